package hcl_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/whichid/whichid/analyzer/files/excerpt"
	"github.com/whichid/whichid/analyzer/files/hcl"
	"github.com/whichid/whichid/analyzer/files/site"
	"github.com/whichid/whichid/analyzer/identity"
)

// A heard is what a reading was given.
type heard struct {
	lines []string
	edits []identity.Edit
}

func (h *heard) note(kind string, texts ...excerpt.Text) {
	var words []string
	for _, t := range texts {
		words = append(words, strings.Map(func(r rune) rune {
			if _, ok := identity.HoleOf(r); ok {
				return '_'
			}
			return r
		}, t.String()))
	}
	h.lines = append(h.lines, fmt.Sprintf("%s: %q", kind, words))
}

// reading notes what it is given, and puts --client-id "${ID}" behind each az login -i.
func (h *heard) reading() site.Reading {
	return site.Reading{
		Variable: "AZURE_CLIENT_ID",
		Text: func(l site.Language, t excerpt.Text) []site.Site {
			h.note(string(l), t)
			const login = "az login -i"
			if i := strings.Index(t.String(), login); i >= 0 {
				if edit, ok := t.Insert(i+len(login), ` --client-id "${ID}"`); ok {
					h.edits = append(h.edits, edit)
				}
			}
			if l == site.HCL {
				return hcl.Read(t, h.reading())
			}
			return nil
		},
		Words: func(words []excerpt.Text, _ func(int, string) []identity.Edit) []site.Site {
			h.note("words", words...)
			return nil
		},
		URL: func(url excerpt.Text, _ func(int, string) []identity.Edit) []site.Site {
			h.note("url", url)
			return nil
		},
	}
}

func TestReadStrings(t *testing.T) {
	t.Parallel()
	for src, want := range map[string][]string{
		`a = "b"`:                                nil,
		`user_data = "#!/bin/sh\naz login -i\n"`: {`shell: ["#!/bin/sh\naz login -i\n"]`},
		"user_data = <<EOT\n#!/bin/bash\nx $${A} ${var.b}\nEOT\n":                                    {`shell: ["#!/bin/bash\nx ${A} _\n"]`},
		"user_data = <<-EOT\n    #!/usr/bin/env python3\n      x\n    EOT\n":                         {`python: ["#!/usr/bin/env python3\n  x\n"]`},
		"custom_data = base64encode(<<EOT\n#cloud-config\nruncmd: []\nEOT\n)":                        {`yaml: ["#cloud-config\nruncmd: []\n"]`},
		"values = [<<EOT\nazuread:\n  a: b\nEOT\n]":                                                  {`yaml: ["azuread:\n  a: b\n"]`},
		"description = <<EOT\nRun az login -i first.\nEOT\n":                                         nil,
		`command = "az login -i"`:                                                                    {`shell: ["az login -i"]`},
		"provisioner \"local-exec\" {\n interpreter = [\"pwsh\", \"-Command\"]\n command = \"x\"\n}": {`powershell: ["x"]`},
		"provisioner \"local-exec\" {\n interpreter = [\"perl\", \"-e\"]\n command = \"x\"\n}":       nil,
		"provisioner \"shell\" {\n inline = [\"a\", \"b ${var.c}\"]\n}":                              {`shell: ["a\nb _\n"]`},
		"provisioner \"powershell\" {\n inline = [\"a\"]\n}":                                         {`powershell: ["a\n"]`},
		`settings = jsonencode({ commandToExecute = "a" })`:                                          {`shell: ["a"]`},
		"settings = <<S\n{\"commandToExecute\": \"a\"}\nS\n":                                         {`yaml: ["{\"commandToExecute\": \"a\"}\n"]`},
		"data \"external\" \"x\" {\n program = [\"bash\", \"-c\", \"az login -i\"]\n}":               {`words: ["bash" "-c" "az login -i"]`},
		"before_hook \"x\" {\n commands = [\"apply\"]\n execute = [\"az\", \"login\", \"-i\"]\n}":    {`words: ["apply"]`, `words: ["az" "login" "-i"]`},
		"config {\n command = \"/bin/sh\"\n args = [\"-c\", \"az login -i\", var.x]\n}":              {`shell: ["/bin/sh"]`, `words: ["/bin/sh" "-c" "az login -i" "_"]`},
		`url = "http://169.254.169.254/metadata/identity/oauth2/token?resource=${var.r}"`:            {`url: ["http://169.254.169.254/metadata/identity/oauth2/token?resource=_"]`},
		"command = join(\" && \", [\"a\", \"b\"])":                                                   {`shell: ["a && b"]`},
		"command = format(\"a %s %5d%%\", var.x, 1)":                                                 {`shell: ["a _ _%"]`},
		"command = var.x ? \"a\" : \"b\"":                                                            {`shell: ["a"]`, `shell: ["b"]`},
		"command = \"tab\\tquote\\\"back\\\\ \\u00e9 %%{x}\"":                                        {`shell: ["tab\tquote\"back\\ é %{x}"]`},
		"contents = <<EOF\nprovider \"azurerm\" {\n  use_msi = true\n}\nEOF\n":                       {`hcl: ["provider \"azurerm\" {\n  use_msi = true\n}\n"]`},
		"template {\n data = <<EOH\n#!/bin/sh\naz login -i\nEOH\n}":                                  {`shell: ["#!/bin/sh\naz login -i\n"]`},
		"command = \"a\"\nbroken = = =\nb {\n command = \"c\"\n}":                                    {`shell: ["a"]`, `shell: ["c"]`},
		"command = \"%{ if x }a%{ endif }\"":                                                         {`shell: ["_"]`},
		"content = <<EOT\nConnect-AzAccount -Identity\nEOT\nrunbook_type = \"PowerShell72\"":         {`powershell: ["Connect-AzAccount -Identity\n"]`},
	} {
		h := &heard{}
		hcl.Read(excerpt.File(src), h.reading())
		if !slices.Equal(h.lines, want) {
			t.Errorf("%s\ngot  %s\nwant %s", src, h.lines, want)
		}
	}
}

// What is written into a script is quoted for what is around it.
func TestReadEdits(t *testing.T) {
	t.Parallel()
	for src, want := range map[string]string{
		`command = "az login -i && b"`:                          `command = "az login -i --client-id \"$${ID}\" && b"`,
		"user_data = <<EOT\n#!/bin/sh\naz login -i\nEOT\n":      "user_data = <<EOT\n#!/bin/sh\naz login -i --client-id \"$${ID}\"\nEOT\n",
		"user_data = <<-EOT\n  #!/bin/sh\n  az login -i\nEOT\n": "user_data = <<-EOT\n  #!/bin/sh\n  az login -i --client-id \"$${ID}\"\nEOT\n",
		"x { inline = [\"a\", \"az login -i\"] }":               "x { inline = [\"a\", \"az login -i --client-id \\\"$${ID}\\\"\"] }",
	} {
		h := &heard{}
		hcl.Read(excerpt.File(src), h.reading())
		if len(h.edits) != 1 {
			t.Errorf("%s: %d edits", src, len(h.edits))
			continue
		}
		e := h.edits[0]
		if got := src[:e.Start] + e.New + src[e.End:]; got != want {
			t.Errorf("%s\ngot  %s\nwant %s", src, got, want)
		}
	}
}

// The keys of the table, in blocks, objects and what is written by another file.
func TestReadKeys(t *testing.T) {
	t.Parallel()
	const msi = " use_msi = true\n"
	for src, want := range map[string]string{
		"provider \"azurerm\" {\n" + msi + "}":                                                                               "use_msi = true",
		"provider azurerm {\n" + msi + "}":                                                                                   "use_msi = true",
		"provider \"azurerm\" {\n use_msi = \"true\"\n}":                                                                     "use_msi = \"true\"",
		"provider \"azurerm\" {\n use_msi = false\n}":                                                                        "",
		"provider \"azurerm\" {\n use_msi = var.msi\n}":                                                                      "",
		"provider \"azurerm\" {\n" + msi + " client_id = \"\"\n}":                                                            "use_msi = true",
		"provider \"azurerm\" {\n" + msi + " client_id = null\n}":                                                            "use_msi = true",
		"provider \"azurerm\" {\n" + msi + " client_id = var.id\n}":                                                          "",
		"provider \"azurerm\" {\n" + msi + " client_id = \"${var.id}\"\n}":                                                   "",
		"provider \"azurerm\" {\n" + msi + " client_id = \"x\"\n}":                                                           "",
		"provider \"azurerm\" {\n" + msi + " client_id_file_path = \"x\"\n}":                                                 "",
		"provider \"azurerm\" {\n" + msi + " use_oidc = true\n}":                                                             "",
		"provider \"azurerm\" {\n" + msi + " client_secret = var.s\n}":                                                       "",
		"provider \"azurerm\" {\n" + msi + " client_id = = =\n}":                                                             "",
		"provider \"aws\" {\n" + msi + "}":                                                                                   "",
		"# provider \"azurerm\" {\n# use_msi = true\n# }":                                                                    "",
		"variable \"use_msi\" {\n default = true\n}":                                                                         "",
		"provider \"databricks\" {\n azure_use_msi = true\n}":                                                                "azure_use_msi = true",
		"terraform {\n backend \"azurerm\" {\n" + msi + " }\n}":                                                              "use_msi = true",
		"data \"terraform_remote_state\" \"a\" {\n backend = \"azurerm\"\n config = {\n" + msi + " }\n}":                     "use_msi = true",
		"data \"terraform_remote_state\" \"a\" {\n backend = \"azurerm\"\n config = merge(var.c, {\n" + msi + " })\n}":       "",
		"data \"terraform_remote_state\" \"a\" {\n backend = \"azurerm\"\n config = {\n" + msi + " client_id = \"x\"\n }\n}": "",
		"remote_state {\n backend = \"azurerm\"\n config = {\n" + msi + " }\n}":                                              "use_msi = true",
		"container_name = \"a\"\nkey = \"b\"\nuse_msi = true\n":                                                              "use_msi = true",
		"use_msi = true\n": "",
		"source \"azure-arm\" \"a\" {\n location = \"x\"\n}":                                                 "a",
		"source \"azure-arm\" \"a\" {\n client_id = var.a\n}":                                                "",
		"source \"azure-arm\" \"a\" {\n client_secret = var.a\n}":                                            "",
		"source \"azure-arm\" \"a\" {\n tenant_id = var.a\n}":                                                "",
		"source \"azure-arm\" \"a\" {\n use_azure_cli_auth = true\n}":                                        "",
		"seal \"azurekeyvault\" {\n vault_name = \"a\"\n}":                                                   "azurekeyvault",
		"seal \"azurekeyvault\" {\n client_id = \"a\"\n}":                                                    "",
		"seal \"azurekeyvault\" {\n client_secret = \"a\"\n}":                                                "",
		"generate \"x\" {\n contents = <<EOF\nprovider \"azurerm\" {\n" + msi + "}\nEOF\n}":                  "use_msi = true",
		"x = jsonencode({ useManagedIdentityExtension = true })":                                             "useManagedIdentityExtension = true",
		"x = \"Server=tcp:a;Authentication=Active Directory Managed Identity\"":                              "Server=tcp:a;Authentication=Active Directory Managed Identity",
		"x = \"Server=tcp:a;Authentication=Active Directory MSI;User Id=${var.i}\"":                          "",
		"provisioner \"local-exec\" {\n environment = {\n ARM_USE_MSI = \"true\"\n }\n}":                     "ARM_USE_MSI = \"true\"",
		"provisioner \"local-exec\" {\n environment = {\n ARM_USE_MSI = true\n ARM_CLIENT_ID = var.i\n }\n}": "",
	} {
		h := &heard{}
		var places []string
		for _, s := range hcl.Read(excerpt.File(src), h.reading()) {
			start, end := s.At.Span()
			places = append(places, src[start:end])
		}
		if got := strings.Join(places, " "); got != want {
			t.Errorf("%s\ngot  %q\nwant %q", src, got, want)
		}
	}
}

// Text that nests too deep for the parser is left out.
func TestReadDeep(t *testing.T) {
	t.Parallel()
	for _, unit := range []string{"(", "[", "{", "!", "- ", "a ? ", `"${`, "%{", "a {\n", "a.b[", "x=<<E\n"} {
		h := &heard{}
		hcl.Read(excerpt.File("a = "+strings.Repeat(unit, 1<<18)), h.reading())
	}
	if hcl.Parse(excerpt.File("a = <<E\n"+strings.Repeat("\n", 1<<18))) != nil {
		t.Error("a heredoc of a quarter of a million lines is read")
	}
	if hcl.Parse(excerpt.File("a = <<E\n"+strings.Repeat("%{ for a in [<<F\n1\nF\n] }\n%{ endfor }\n", 5000)+"E\n")) != nil {
		t.Error("a heredoc of 25 000 lines with others in it is read")
	}
}

// A long file is read if its heredocs are short.
func TestReadLong(t *testing.T) {
	t.Parallel()
	src := strings.Repeat("a {\n  b = <<-E\n    c\n  E\n}\n", 10_000)
	if n := hcl.Parse(excerpt.File(src)); n == nil || n.Open || len(n.Entries) == 0 {
		t.Errorf("of 10 000 blocks there is %+v", n)
	}
	if hcl.Errors(src) > 0 || hcl.Errors(src+"a = <<-E\n") == 0 {
		t.Error("the errors of a long file are not found")
	}
}

func BenchmarkRead(b *testing.B) {
	src := strings.Repeat("provider \"azurerm\" {\n  use_msi   = true\n  client_id = var.id\n}\n\nresource \"a\" \"b\" {\n"+
		"  name      = \"a-${var.b}\"\n  user_data = <<-EOT\n    #!/bin/sh\n    echo ${var.c}\n  EOT\n}\n\n", 200)
	b.SetBytes(int64(len(src)))
	for b.Loop() {
		hcl.Read(excerpt.File(src), site.Reading{})
	}
}
