package constants

const elsewhere = host + path + query
