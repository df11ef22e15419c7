module github.com/whichid/whichid/testdata/apis

go 1.25.0

require github.com/Azure/azure-sdk-for-go/sdk/azidentity v0.11.0
