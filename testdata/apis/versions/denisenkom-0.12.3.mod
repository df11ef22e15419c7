module github.com/whichid/whichid/testdata/apis

go 1.25.0

require (
	github.com/denisenkom/go-mssqldb v0.12.3
	github.com/whichid/whichid v0.0.0-00010101000000-000000000000
)

require (
	github.com/Azure/azure-sdk-for-go/sdk/azcore v0.19.0 // indirect
	github.com/Azure/azure-sdk-for-go/sdk/azidentity v0.11.0 // indirect
	github.com/Azure/azure-sdk-for-go/sdk/internal v0.7.0 // indirect
	github.com/golang-sql/civil v0.0.0-20190719163853-cb61b32ac6fe // indirect
	github.com/golang-sql/sqlexp v0.1.0 // indirect
	github.com/pkg/browser v0.0.0-20180916011732-0a3d74bf9ce4 // indirect
	golang.org/x/crypto v0.0.0-20220622213112-05595931fe9d // indirect
	golang.org/x/net v0.0.0-20211112202133-69e39bad7dc2 // indirect
	golang.org/x/text v0.31.0 // indirect
)

replace github.com/whichid/whichid => ../..
