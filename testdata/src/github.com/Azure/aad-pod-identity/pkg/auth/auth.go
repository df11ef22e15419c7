// Package auth stands for github.com/Azure/aad-pod-identity/pkg/auth.
package auth

import "github.com/Azure/go-autorest/autorest/adal"

func GetServicePrincipalTokenFromMSI(resource string) (*adal.Token, error) { return nil, nil }

func GetServicePrincipalTokenFromMSIWithUserAssignedID(clientID, resource string) (*adal.Token, error) {
	return nil, nil
}
