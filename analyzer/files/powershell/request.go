package powershell

import (
	"slices"
	"strings"

	"github.com/whichid/whichid/analyzer/files/site"
	"github.com/whichid/whichid/analyzer/identity"
)

// Parameters of Invoke-RestMethod and Invoke-WebRequest; the first word without one is the URL.
//
// https://learn.microsoft.com/powershell/module/microsoft.powershell.utility/invoke-restmethod and invoke-webrequest, 5.1 to 7.5
const (
	requestValues = "Uri Method Body Headers ContentType OutFile TimeoutSec|ConnectionTimeoutSeconds UserAgent WebSession " +
		"SessionVariable|SV Credential Certificate CertificateThumbprint Proxy ProxyCredential Authentication Token " +
		"TransferEncoding InFile Form " +
		"MaximumRedirection MaximumRetryCount RetryIntervalSec SslProtocol CustomMethod|CM HttpVersion MaximumFollowRelLink|ML " +
		"ResponseHeadersVariable|RHV StatusCodeVariable OperationTimeoutSeconds UnixSocket"
	requestSwitches = "UseBasicParsing UseDefaultCredentials DisableKeepAlive ProxyUseDefaultCredentials SkipCertificateCheck " +
		"SkipHeaderValidation SkipHttpErrorCheck AllowUnencryptedAuthentication PreserveAuthorizationOnRedirect " +
		"NoProxy PassThru Resume " +
		"FollowRelLink|FL AllowInsecureRedirect PreserveHttpMethodOnRedirect"
)

// isRequest reports whether a command requests a URL. curl and wget do in Windows PowerShell only, where they are other names of
// Invoke-WebRequest: elsewhere they are programs.
//
// https://learn.microsoft.com/powershell/module/microsoft.powershell.utility/invoke-webrequest
func isRequest(name string) bool {
	return slices.Contains([]string{"invoke-restmethod", "irm", "invoke-webrequest", "iwr"}, name)
}

// isMeant reports whether curl or wget is Invoke-WebRequest: a parameter that only that has.
func (v *visitor) isMeant(words []*expr) bool {
	return slices.ContainsFunc(words, func(w *expr) bool {
		return w.kind == splat || w.kind == parameter && len(w.name) > 2 && resolve(w.name, requestValues, requestSwitches) != ""
	})
}

// request hands on what a command requests.
//
// Have: Invoke-RestMethod -Uri $uri -Body @{ resource = $resource }
func (v *visitor) request(words []*expr, in *scope) []site.Site {
	if !v.asks {
		return nil
	}
	b := v.bind(words, in, requestValues, requestSwitches)
	uri, ok := b.get("Uri")
	if !ok && len(b.positions) > 0 && !b.open {
		uri, ok = bound{value: b.positions[0]}, true
	}
	if !ok || uri.value == nil {
		return nil
	}
	out := v.builder(in)
	out.add(uri.value, nil, 0)
	if body, given := b.get("Body"); given {
		out.query(body, in)
	}
	if b.open {
		out.put("&"+string(identity.Unknown()), uri.value.start, uri.value.end, nil)
	}
	return v.url(out)
}

// query appends what a body adds to the query.
func (b *builder) query(body bound, in *scope) {
	separator := "?"
	if strings.Contains(b.b.Text().String(), "?") {
		separator = "&"
	}
	t, more := b.v.tableOf(body.value, in)
	switch {
	case t == nil && body.value != nil:
		b.put(separator, body.value.start, body.value.end, nil)
		b.add(body.value, nil, 0)
		return
	case t == nil:
		b.put(separator+string(identity.Unknown()), 0, 0, nil)
		return
	}
	pair := func(key *expr, name string, value *stmt, of *expr) {
		at := value
		if at == nil {
			at = &stmt{start: t.start, end: t.end}
		}
		b.put(separator, at.start, at.end, nil)
		separator = "&"
		if key != nil {
			b.add(key, nil, 0)
		} else {
			b.put(name, at.start, at.end, nil)
		}
		b.put("=", at.start, at.end, nil)
		if e := value.single(); e != nil {
			b.add(e, nil, 0)
		} else if value != nil {
			b.put(string(identity.Unknown()), at.start, at.end, nil)
		}
		if of != nil {
			b.parts = append(b.parts, part{b.n, of})
		}
	}
	for _, w := range more {
		pair(w.key, w.name, w.value, nil)
	}
	for _, e := range t.entries {
		pair(e.key, "", e.value, t)
	}
}

// url hands on a URL that was put together.
func (v *visitor) url(b *builder) []site.Site {
	t := b.b.Text()
	isRelevant := mayRequest(t.String()) || strings.Contains(t.String(), string(identity.Unknown())) ||
		identity.IsAppService(t.Word(), identity.VariableOf)
	if v.reading.URL == nil || !isRelevant {
		return nil
	}
	return v.reading.URL(t, func(i int, pair string) []identity.Edit { return v.addPair(b, i, pair) })
}

// invocation hands on what a method requests.
//
// Have: [System.Net.WebRequest]::Create($uri), (New-Object Net.WebClient).DownloadString($uri), $http.GetStringAsync($uri)
func (v *visitor) invocation(e *expr, in *scope) []site.Site {
	if !v.asks || len(e.kids) < 2 {
		return nil
	}
	argument := e.kids[1]
	switch of := e.kids[0]; {
	case e.static && of.kind == typeName:
		isCreate := strings.HasSuffix(of.name, "webrequest") && strings.HasPrefix(e.name, "create")
		isNew := strings.HasSuffix(of.name, "httprequestmessage") && e.name == "new" && len(e.kids) == 3
		if isNew {
			argument = e.kids[2]
		}
		if !isCreate && !isNew {
			return nil
		}
	case e.static || !slices.Contains(requestMethods(), e.name):
		return nil
	}
	b := v.builder(in)
	b.add(argument, nil, 0)
	return v.url(b)
}

// requestMethods are methods that request the URL that is their first argument.
//
// https://learn.microsoft.com/dotnet/api/system.net.webclient and system.net.http.httpclient
func requestMethods() []string {
	return []string{
		"downloadstring", "downloadstringasync", "downloadstringtaskasync", "downloaddata", "openread", "getasync", "getstringasync",
		"getstreamasync", "getbytearrayasync",
	}
}
