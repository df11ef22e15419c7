package usesmethods

import (
	"github.com/Azure/azure-sdk-for-go/sdk/azidentity"

	"wrapped/methods"
)

func use(id string) {
	methods.NewFactory(nil).Credential() // want `^Factory.Credential calls azidentity.NewManagedIdentityCredential and names no identity`
	f := methods.NewFactory(azidentity.ClientID(id))
	f.Credential()
	new(methods.Factory).Credential() // want `names no identity`
}

type embeds struct{ *methods.Factory }

func embedded(e embeds) {
	e.Credential()
	embeds{methods.NewFactory(nil)}.Credential() // want `names no identity`
}
