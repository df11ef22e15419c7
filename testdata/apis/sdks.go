// Package apis holds whichid's knowledge of other libraries against the libraries themselves. It is a module of its own, so
// that the analyzer depends on none of them. ./run runs all of it.
package apis

// What the table, the models and the outlines speak of, in the newest versions.
import (
	_ "github.com/Azure/azure-sdk-for-go/sdk/azcore/runtime"
	_ "github.com/Azure/azure-sdk-for-go/sdk/azidentity"
	_ "github.com/Azure/go-autorest/autorest"
	_ "github.com/Azure/go-autorest/autorest/adal"
	_ "github.com/Azure/go-autorest/autorest/azure/auth"
	_ "github.com/AzureAD/microsoft-authentication-library-for-go/apps/managedidentity"
	_ "github.com/go-resty/resty/v2"
	_ "github.com/hashicorp/go-cleanhttp"
	_ "github.com/hashicorp/go-retryablehttp"
	_ "resty.dev/v3"
	_ "github.com/jmoiron/sqlx"
	_ "github.com/microsoft/go-mssqldb/azuread"
)
