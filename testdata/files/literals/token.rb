# http://169.254.169.254/metadata/identity/oauth2/token?resource=x
require "net/http"
def token(resource)
  uri = URI("http://169.254.169.254/metadata/identity/oauth2/token?api-version=2018-02-01&resource=#{resource}")
  Net::HTTP.get(uri, "Metadata" => "true")
end
