class Token {
    String request() {
        return get("http://169.254.169.254/metadata/identity/oauth2/token"
            + "?api-version=2018-02-01&resource=" + resource);
    }

    String formatted() {
        return get(String.format("%s/metadata/identity/oauth2/token?api-version=%s&resource=%s", endpoint, version, resource));
    }

    void log() {
        logger.info("http://169.254.169.254/metadata/identity/oauth2/token?resource=x");
    }
}
