package keys_test

import (
	"testing"

	"github.com/whichid/whichid/analyzer/files/excerpt"
	"github.com/whichid/whichid/analyzer/files/keys"
	"github.com/whichid/whichid/analyzer/files/site"
)

func TestReadEnvironments(t *testing.T) {
	t.Parallel()
	const msi = "ARM_USE_MSI: true"
	for src, want := range map[string]string{
		"jobs:\n  a:\n    env:\n      ARM_USE_MSI: true\n    steps: []\n":                                      msi,
		"env:\n  ARM_USE_MSI: true\njobs: {}\n":                                                                msi,
		"env:\n  ARM_CLIENT_ID: ${{ secrets.ID }}\njobs:\n  a:\n    env:\n      ARM_USE_MSI: true\n":           "",
		"env:\n  ARM_USE_MSI: true\njobs:\n  a:\n    env:\n      ARM_CLIENT_ID: x\n":                           "",
		"env:\n  ARM_USE_MSI: true\njobs:\n  a:\n    steps:\n    - run: echo ARM_CLIENT_ID=x >> $GITHUB_ENV\n": "",
		"env:\n  ARM_USE_MSI: ${{ inputs.msi }}\n":                                                             "",
		"env:\n  ARM_USE_MSI: \"false\"\n":                                                                     "",
		"env:\n  ARM_USE_MSI: true\n  ARM_CLIENT_ID: \"\"\n":                                                   "", // something else may fill it
		"env:\n  ARM_USE_MSI: true\n  MY_ARM_CLIENT_ID: x\n":                                                   msi,
		"env:\n  TF_ARM_USE_MSI: true\n":                                                                       "",
		"steps:\n- script: terraform plan\n  env:\n    ARM_USE_MSI: true\n":                                    msi,
		"variables:\n- group: a\nsteps:\n- script: a\n  env:\n    ARM_USE_MSI: true\n":                         "",
		"variables:\n- name: b\n  value: c\nsteps:\n- script: a\n  env:\n    ARM_USE_MSI: true\n":              msi,
		"variables:\n  ARM_USE_MSI: true\nstages: []\n":                                                        msi,
		"groups:\n  a:\n    variables:\n      ARM_USE_MSI: true\n":                                             "", // of what, is not known
		"environment: prod\nenv:\n  ARM_USE_MSI: true\n":                                                       msi,
		"env:\n  name: ARM_USE_MSI\n  value: true\n":                                                           "",
		"services:\n  a:\n    environment:\n    - AZCOPY_AUTO_LOGIN_TYPE=MSI\n":                                "AZCOPY_AUTO_LOGIN_TYPE=MSI",
		"services:\n  a:\n    environment:\n    - AZCOPY_AUTO_LOGIN_TYPE=MSI\n    - AZCOPY_MSI_CLIENT_ID\n":    "",
		"services:\n  a:\n    environment:\n    - AZCOPY_AUTO_LOGIN_TYPE=MSI\n    env_file: x\n":               "",
		"services:\n  a:\n    environment:\n      AZCOPY_AUTO_LOGIN_TYPE: AZCLI\n":                             "",
		"spec:\n  template:\n    spec:\n      containers:\n      - env:\n        - name: ARM_USE_MANAGED_IDENTITY_EXTENSION\n          value: \"true\"\n": `ARM_USE_MANAGED_IDENTITY_EXTENSION
          value: "true"`,
		"containers:\n- envFrom:\n  - secretRef:\n      name: a\n  env:\n  - name: ARM_USE_MANAGED_IDENTITY_EXTENSION\n    value: \"true\"\n":                  "",
		"containers:\n- env:\n  - name: ARM_USE_MANAGED_IDENTITY_EXTENSION\n    value: \"true\"\n  - name: ARM_USER_ASSIGNED_IDENTITY_ID\n    valueFrom: {}\n": "",
		"containers:\n- env:\n  - name: ARM_USE_MANAGED_IDENTITY_EXTENSION\n    value: \"true\"\n  {{- toYaml .Values.env | nindent 2 }}\n":                    "",
	} {
		if got := found(src); got != want {
			t.Errorf("%s\ngot  %s\nwant %s", src, got, want)
		}
	}
}

func TestEnvironment(t *testing.T) {
	t.Parallel()
	text := excerpt.File("ARM_USE_MSI=true")
	asks := keys.Variable{Name: "ARM_USE_MSI", Value: text.Slice(12, 16), At: text}
	if got := keys.Environment([]keys.Variable{asks}, site.Reading{}); len(got) != 1 || got[0].At.String() != "ARM_USE_MSI=true" {
		t.Errorf("%+v", got)
	}
	if got := keys.Environment([]keys.Variable{asks, {Name: "ARM_CLIENT_ID", Given: true}}, site.Reading{}); len(got) != 0 {
		t.Errorf("%+v", got)
	}
}

func TestDotenv(t *testing.T) {
	t.Parallel()
	for src, want := range map[string]string{
		"ARM_USE_MSI=true\n":                           "ARM_USE_MSI=true",
		"A=b\n  export ARM_USE_MSI = \"true\" # vm\n":  "ARM_USE_MSI = \"true\" # vm",
		"ARM_USE_MSI=true # vm\r\nA=b":                 "ARM_USE_MSI=true # vm",
		"ARM_USE_MSI='true'\nARM_CLIENT_ID=x\n":        "",
		"ARM_USE_MSI=true\nARM_CLIENT_ID=\n":           "",
		"ARM_USE_MSI=true\n# ARM_CLIENT_ID=x\n":        "",
		"ARM_USE_MSI=true\nARM_CLIENT_ID\n":            "",
		"ARM_USE_MSI=${MSI}\n":                         "",
		"ARM_USE_MSI=false\n":                          "",
		"# ARM_USE_MSI=true\n":                         "",
		"ARM_USE_MSI=true\nARM_USE_MSI=false\n":        "",
		"AZCOPY_AUTO_LOGIN_TYPE=MSI\n$X\nx y=z\n=\n\n": "AZCOPY_AUTO_LOGIN_TYPE=MSI",
	} {
		got := ""
		for _, s := range keys.Dotenv(excerpt.File(src), site.Reading{}) {
			got = s.At.String()
		}
		if got != want {
			t.Errorf("%q\ngot  %s\nwant %s", src, got, want)
		}
	}
}
