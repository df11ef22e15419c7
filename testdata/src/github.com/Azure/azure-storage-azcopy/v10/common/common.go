// Package common stands for github.com/Azure/azure-storage-azcopy/v10/common.
package common

import "github.com/Azure/azure-sdk-for-go/sdk/azcore"

type IdentityInfo struct {
	ClientID string
	ObjectID string
	MSIResID string
}

type OAuthTokenInfo struct {
	Tenant       string
	IdentityInfo IdentityInfo
}

func (*OAuthTokenInfo) GetManagedIdentityCredential() (azcore.TokenCredential, error) {
	return nil, nil
}

type UserOAuthTokenManager struct{}

func (*UserOAuthTokenManager) MSILogin(identityInfo IdentityInfo, persist bool) error { return nil }
