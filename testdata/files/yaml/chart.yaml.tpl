{{- if .Values.login }}
apiVersion: batch/v1
kind: Job
metadata:
  name: {{ include "a.name" . }}
  labels:
    {{- include "a.labels" . | nindent 4 }}
spec:
  template:
    spec:
      containers:
        - name: a
          command:
            - sh
            - -c
            - |
              az login --identity
              {{- range .Values.groups }}
              az group show -n {{ . | quote }}
              {{- end }}
        - name: b
          command: [sh, -c, "az login --identity {{ .Values.flags }}"]
        - name: c
          command: [sh, -c, "az login --identity --client-id {{ .Values.id }}"]
        - name: d
          env:
            {{- toYaml .Values.env | nindent 12 }}
            - name: AZCOPY_AUTO_LOGIN_TYPE
              value: MSI
        - name: e
          env:
            {{- if .Values.identity }}
            - name: AZCOPY_MSI_CLIENT_ID
              value: {{ .Values.identity }}
            {{- end }}
            - name: AZCOPY_AUTO_LOGIN_TYPE
              value: MSI
{{- end }}
