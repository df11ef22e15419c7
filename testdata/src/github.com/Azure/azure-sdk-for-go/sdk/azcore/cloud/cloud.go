// Package cloud is a stub of the real one.
package cloud

// Configuration names the endpoints of a cloud.
type Configuration struct {
	ActiveDirectoryAuthorityHost string
}

// The clouds.
var (
	AzureChina      = Configuration{ActiveDirectoryAuthorityHost: "https://login.chinacloudapi.cn/"}
	AzureGovernment = Configuration{ActiveDirectoryAuthorityHost: "https://login.microsoftonline.us/"}
	AzurePublic     = Configuration{ActiveDirectoryAuthorityHost: "https://login.microsoftonline.com/"}
)
