# Checks manifests with kubectl alone. It asks a server which kinds there are before it decodes anything; the answer for jobs
# (kubernetes/*.json) lies in its cache, so it does not notice that there is no server.

# kubernetes_create FILE JSON: kubectl create --dry-run=client.
kubernetes_create() {
    local cache=$work/kubectl at=$work/kubectl/discovery/127.0.0.1_1
    mkdir -p "$at/batch/v1"
    cp tests/end-to-end/kubernetes/servergroups.json "$at/"
    cp tests/end-to-end/kubernetes/serverresources.json "$at/batch/v1/"
    # Validation by OpenAPI needs the server's own schema; kubernetes_decode checks by the types inside kubectl instead.
    kubectl --server=http://127.0.0.1:1 --cache-dir="$cache" create --dry-run=client --validate=false -o json -f "$1" >"$2"
}

# kubernetes_decode FILE JSON: what is left of a manifest in the types of batch/v1. Values of a wrong type are refused.
kubernetes_decode() {
    kubectl set image --local -f "$1" worker=checked -o json >"$2"
}
