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
func clientModels() []modelRow {
	return []modelRow{
		{"net/http", "", newRequest(1), "NewRequest"},
		{"net/http", "", newRequest(2), "NewRequestWithContext"},
		{"net/http", "", get, "Get Head Post PostForm"},
		{"net/http", "Client", get, "Get Head Post PostForm"},
		{"net/http", "Client", send(0), "Do"},
		{"", anyType, send(0), "Do RoundTrip"}, // http.Client's interface, as most clients repeat it

		{retryable, "", around(newRequest(1)), "NewRequest"},
		{retryable, "", around(newRequest(2)), "NewRequestWithContext"},
		{retryable, "", get, "Get Head Post PostForm"},
		{retryable, "Client", get, "Get Head Post PostForm"},
		{retryable, "Client", send(0), "Do"},

		{azruntime, "", around(newRequest(2)), "NewRequest"},
		{azrequest, "Pipeline", send(0), "Do"},

		{resty2, "Request", restGet(0), "Get Head Post"},
		{resty3, "Request", restGet(0), "Get Head Post"},
		{resty2, "Request", restGet(1), "Execute"},
		{resty3, "Request", restGet(1), "Execute"},
		{resty2, "Request", restSend, "Send"},
		{resty3, "Request", restSend, "Send"},

		{autorest, "", prepare, "Prepare"},
		{autorest, "Preparer", prepareWith, "Prepare"},
		{autorest, "", send(0), "Send"},
		{autorest, "", send(1), "SendWithSender"},
		{autorest, "Client", send(0), "Send Do"},
	}
}

// requestModels change what is going to be sent, or leave it as it is.
func requestModels() []modelRow {
	return []modelRow{
		{"net/http", "Request", sameReceiver, "WithContext Clone"},
		{"net/http", "Header", nothing, "Set Add Get Del Values Clone"},

		{retryable, "", around(sameArgument), "FromRequest"},
		{retryable, "Request", sameReceiver, "WithContext"},
		{retryable, "Request", nothing, anyName},

		{azruntime, "", around(sameArgument), "NewRequestFromRequest"},
		{azruntime, "", joinPath, "JoinPaths"},
		{azrequest, "Request", innerRequest, "Raw"},
		{azrequest, "Request", sameReceiver, "WithContext Clone"},

		{resty2, "", newRest("QueryParam"), "New NewWithClient"},
		{resty3, "", newRest("QueryParams"), "New NewWithClient"},
		{resty2, "Client", restRequest("QueryParam"), "R NewRequest"},
		{resty3, "Client", restRequest("QueryParams"), "R NewRequest"},
		{resty2, "Client", setRest("BaseURL"), "SetBaseURL SetHostURL"},
		{resty3, "Client", setRest("BaseURL"), "SetBaseURL"},
		{resty3, "Request", setRest("URL"), "SetURL"},
		{resty2, "Client", restParam, "SetQueryParam"},
		{resty3, "Client", restParam, "SetQueryParam SetQueryParamAny"},
		{resty2, "Client", restParams, "SetQueryParams"},
		{resty3, "Client", restParams, "SetQueryParams"},
		{resty2, "Request", restParam, "SetQueryParam"},
		{resty3, "Request", restParam, "SetQueryParam SetQueryParamAny"},
		{resty2, "Request", restParams, "SetQueryParams SetQueryParamsFromValues"},
		{resty3, "Request", restParams, "SetQueryParams SetQueryParamsFromValues"},
		{resty2, "Request", restString, "SetQueryString"},
		{resty3, "Request", restString, "SetQueryString"},
		{resty2, "Request", sameReceiver, anyName},
		{resty3, "Request", sameReceiver, anyName},
		{resty2, "Client", anything, "OnBeforeRequest SetPreRequestHook SetTransport"},
		{resty3, "Client", anything, "AddRequestMiddleware SetRequestMiddlewares SetTransport SetLoadBalancer QueryParams"},
		{resty2, "Client", sameReceiver, anyName},
		{resty3, "Client", sameReceiver, anyName},

		{autorest, "", newPreparer, "CreatePreparer"},
		{autorest, "", decorator, "WithBaseURL WithPath WithQueryParameters"},
		{autorest, "", decorator, "WithNothing WithHeader WithHeaders WithBearerAuthorization WithUserAgent WithMethod"},
		{autorest, "", decorator, "AsContentType AsFormURLEncoded AsJSON AsOctetStream AsDelete AsGet AsHead AsMerge AsOptions AsPatch AsPost AsPut"},
	}
}

// anything may be done by what the call hands over, later. The call returns its receiver.
func anything(f *frame, c *call) []value {
	f.unknownCall(c)
	return []value{c.recv}
}
