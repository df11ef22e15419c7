package analyzer

// clientModels make requests or send them. A package whose functions stand here is one of identity's requesters.
func clientModels() []modelRow {
	return []modelRow{
		{"net/http", "", newRequest(1), "NewRequest"},
		{"net/http", "", newRequest(2), "NewRequestWithContext"},
		{"net/http", "", get, "Get Head Post PostForm"},
		{"net/http", "Client", get, "Get Head Post PostForm"},
		{"net/http", "Client", send, "Do"},
		{"net/http", "Request", sameRequest, "WithContext Clone"},
		{"", anyType, send, "Do RoundTrip"}, // http.Client's interface, as most clients repeat it
	}
}
