package analyzer

const (
	resty2    = "github.com/go-resty/resty/v2"
	resty3    = "resty.dev/v3"
	retryable = "github.com/hashicorp/go-retryablehttp"
	azruntime = "github.com/Azure/azure-sdk-for-go/sdk/azcore/runtime"
	azrequest = "github.com/Azure/azure-sdk-for-go/sdk/azcore/internal/exported" // azcore/policy and azruntime have aliases of it
	autorest  = "github.com/Azure/go-autorest/autorest"
)

// clientModels make requests or send them. A package whose functions stand here is one of identity's requesters.
//
// net/http@go1.26; resty/v2@v2.17.2 and resty.dev/v3@v3.0.0-rc.4 client.go, request.go, middleware.go;
// go-retryablehttp@v0.7.8/client.go; azcore@v1.23.3/runtime/request.go, internal/exported/request.go;
// autorest@v0.11.30/preparer.go, sender.go.
func clientModels() map[string][]modelRow {
	return map[string][]modelRow{
		"net/http": {
			{newRequest(1), "NewRequest"},
			{newRequest(2), "NewRequestWithContext"},
			{get, "Get Head Post PostForm Client.Get Client.Head Client.Post Client.PostForm"},
			{send(0), "Client.Do"},
		},
		"": {
			{send(0), "?.Do ?.RoundTrip"}, // http.Client's interface, as most clients repeat it
		},
		retryable: {
			{around(newRequest(1)), "NewRequest"},
			{around(newRequest(2)), "NewRequestWithContext"},
			{get, "Get Head Post PostForm Client.Get Client.Head Client.Post Client.PostForm"},
			{send(0), "Client.Do"},
		},
		azruntime: {
			{around(newRequest(2)), "NewRequest"},
		},
		azrequest: {
			{send(0), "Pipeline.Do"},
		},
		resty2: restSenders(),
		resty3: restSenders(),
		autorest: {
			{prepare, "Prepare"},
			{prepareWith, "Preparer.Prepare"},
			{send(0), "Send Client.Send Client.Do"},
			{send(1), "SendWithSender"},
		},
	}
}

// requestModels change what is going to be sent, or leave it as it is.
func requestModels() map[string][]modelRow {
	return map[string][]modelRow{
		"net/http": {
			{sameReceiver, "Request.WithContext Request.Clone"},
			{nothing, "Header.Set Header.Add Header.Get Header.Del Header.Values Header.Clone"},
		},
		retryable: {
			{around(sameArgument), "FromRequest"},
			{sameReceiver, "Request.WithContext"},
			{nothing, "Request.*"},
		},
		azruntime: {
			{around(sameArgument), "NewRequestFromRequest"},
			{joinPath, "JoinPaths"},
		},
		azrequest: {
			{innerRequest, "Request.Raw"},
			{sameReceiver, "Request.WithContext Request.Clone"},
		},
		resty2: restModels("QueryParam"),
		resty3: restModels("QueryParams"),
		autorest: {
			{listArguments, "CreatePreparer"},
			{decorator, "WithBaseURL WithPath WithQueryParameters WithNothing WithHeader WithHeaders " +
				"WithBearerAuthorization WithUserAgent WithMethod AsContentType AsFormURLEncoded AsJSON " +
				"AsOctetStream AsDelete AsGet AsHead AsMerge AsOptions AsPatch AsPost AsPut"},
		},
	}
}

func restSenders() []modelRow {
	return []modelRow{
		{restGet(0), "Request.Get Request.Head Request.Post"},
		{restGet(1), "Request.Execute"},
		{restSend, "Request.Send"},
	}
}

// restModels are those of resty, whose versions differ in the name of the field that holds the query.
func restModels(query string) []modelRow {
	return []modelRow{
		{newRest(query), "New NewWithClient"},
		{restRequest(query), "Client.R Client.NewRequest"},
		{setRest(restBase), "Client.SetBaseURL Client.SetHostURL"},
		{setRest(reqURL), "Request.SetURL"},
		{restParam, "Client.SetQueryParam Client.SetQueryParamAny Request.SetQueryParam Request.SetQueryParamAny"},
		{restParams, "Client.SetQueryParams Request.SetQueryParams Request.SetQueryParamsFromValues"},
		{restString, "Request.SetQueryString"},
		{anything, "Client.OnBeforeRequest Client.SetPreRequestHook Client.AddRequestMiddleware Client.SetRequestMiddlewares " +
			"Client.SetTransport Client.SetLoadBalancer Client.QueryParams"},
		{sameReceiver, "Request.* Client.*"},
	}
}

// anything may be done by what the call hands over, later. The call returns its receiver.
func anything(f *frame, c *call) []value {
	f.unknownCall(c)
	return []value{c.recv}
}
