package data

import "go.mongodb.org/mongo-driver/v2/mongo/options"

func mongo() *options.ClientOptions {
	return options.Client().SetAuth(options.Credential{ // want "options.Credential names no identity"
		AuthMechanism:           "MONGODB-OIDC",
		AuthMechanismProperties: map[string]string{"ENVIRONMENT": "azure", "TOKEN_RESOURCE": "api://cluster"},
	})
}

func mongoVariable() *options.ClientOptions {
	properties := map[string]string{"TOKEN_RESOURCE": "api://cluster"}
	properties["ENVIRONMENT"] = "azure"
	return options.Client().SetAuth(options.Credential{AuthMechanism: "MONGODB-OIDC", AuthMechanismProperties: properties}) // want "options.Credential names no identity"
}

// Nothing below is a finding.

func namedMongo(id string) *options.ClientOptions {
	return options.Client().SetAuth(options.Credential{
		AuthMechanism:           "MONGODB-OIDC",
		AuthMechanismProperties: map[string]string{"ENVIRONMENT": "azure", "TOKEN_RESOURCE": "api://cluster"},
		Username:                id,
	})
}

func gcp() *options.ClientOptions {
	return options.Client().SetAuth(options.Credential{
		AuthMechanism:           "MONGODB-OIDC",
		AuthMechanismProperties: map[string]string{"ENVIRONMENT": "gcp", "TOKEN_RESOURCE": "audience"},
	})
}

func password(user string) *options.ClientOptions {
	return options.Client().SetAuth(options.Credential{AuthMechanism: "SCRAM-SHA-256", Username: user})
}

func configuredMongo(environment string) *options.ClientOptions {
	return options.Client().SetAuth(options.Credential{
		AuthMechanism:           "MONGODB-OIDC",
		AuthMechanismProperties: map[string]string{"ENVIRONMENT": environment, "TOKEN_RESOURCE": "api://cluster"},
	})
}

func copied(properties map[string]string) *options.ClientOptions {
	return options.Client().SetAuth(options.Credential{AuthMechanism: "MONGODB-OIDC", AuthMechanismProperties: properties})
}
