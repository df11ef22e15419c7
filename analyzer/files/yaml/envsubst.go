package yaml

import "strings"

// This room knows manifests in which a tool fills in names in braces before anything reads them: clusterctl, Flux, envsubst, Terraform.
// A script in such a manifest has $${NAME} where the shell is to see ${NAME}, or no braces at all, and what a fix writes would be
// filled in too early.
//
// https://cluster-api.sigs.k8s.io/clusterctl/commands/generate-yaml
// https://fluxcd.io/flux/components/kustomize/kustomizations/#post-build-variable-substitution

// isTemplate reports whether names in braces are filled in: a manifest of Kubernetes or cloud-init has one where no script can be, or
// one is protected.
//
// Have: name: ${CLUSTER_NAME}-control-plane; echo "$${HOME}"
func isTemplate(text string) bool {
	if strings.Contains(text, "$${") && !strings.Contains(text, "$${{") {
		return true
	}
	for _, control := range []string{"%{ for ", "%{ if ", "%{~ "} { // Terraform
		if strings.Contains(text, control) {
			return true
		}
	}
	if !strings.Contains(text, "apiVersion") && !strings.HasPrefix(text, "#cloud-config") {
		return false
	}
	for _, before := range []string{": ${", `: "${`, ": '${"} {
		for rest := text; ; {
			_, after, ok := strings.Cut(rest, before)
			if !ok {
				break
			}
			if name, _, closed := strings.Cut(after[:min(len(after), 100)], "}"); closed && name != "" && name[0] != '{' {
				return true
			}
			rest = after
		}
	}
	return false
}

// noBraces lets text stand where names in braces may be filled in.
func noBraces(s string) (string, bool) { return s, !strings.Contains(s, "${") }
