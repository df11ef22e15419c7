// Package components uses what other programs export.
package components

import (
	"github.com/Azure/azure-sdk-for-go/sdk/azcore"
	"github.com/Azure/azure-storage-azcopy/v10/common"
	"github.com/dapr/components-contrib/common/authentication/azure"
	dns "github.com/libdns/azure"
)

func dapr() (azcore.TokenCredential, error) {
	return azure.MSIConfig{}.GetTokenCredential() // want "azure.MSIConfig.GetTokenCredential names no identity"
}

func azcopy(manager *common.UserOAuthTokenManager) error {
	return manager.MSILogin(common.IdentityInfo{}, false) // want "common.UserOAuthTokenManager.MSILogin names no identity"
}

func azcopyToken() (azcore.TokenCredential, error) {
	info := &common.OAuthTokenInfo{Tenant: "common"}
	return info.GetManagedIdentityCredential() // want "common.OAuthTokenInfo.GetManagedIdentityCredential names no identity"
}

func provider(subscription string) *dns.Provider {
	return &dns.Provider{SubscriptionId: subscription} // want "azure.Provider"
}

// Nothing below is a finding.

func settings(s azure.EnvironmentSettings) (azcore.TokenCredential, error) {
	return s.GetMSI().GetTokenCredential()
}

func namedDapr(id string) (azcore.TokenCredential, error) {
	return azure.MSIConfig{ClientID: id}.GetTokenCredential()
}

func namedAzcopy(manager *common.UserOAuthTokenManager, id string) error {
	return manager.MSILogin(common.IdentityInfo{MSIResID: id}, false)
}

func namedToken(id string) (azcore.TokenCredential, error) {
	info := &common.OAuthTokenInfo{IdentityInfo: common.IdentityInfo{ClientID: id}}
	return info.GetManagedIdentityCredential()
}

func principal(tenant, id, secret string) *dns.Provider {
	return &dns.Provider{TenantId: tenant, ClientId: id, ClientSecret: secret}
}
