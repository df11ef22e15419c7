// http://169.254.169.254/metadata/identity/oauth2/token?resource=x
var url = 'http://169.254.169.254/metadata/identity/oauth2/token?api-version=2018-02-01&resource=${resource}'
