# syntax=docker/dockerfile:1
# One image per service: docker build --build-arg SERVICE=Extraction -t filingwire/extraction .
# A release pins the three images by digest: --build-arg SDK=mcr.microsoft.com/dotnet/sdk:10.0-noble@sha256:...
ARG SDK=mcr.microsoft.com/dotnet/sdk:10.0-noble
# "extra": the SEC's days and hours are New York's, which needs tzdata.
ARG RUNTIME=mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled-extra
ARG PROBE=ghcr.io/grpc-ecosystem/grpc-health-probe:v0.4.40

FROM ${PROBE} AS probe

FROM ${SDK} AS build
ARG SERVICE
WORKDIR /source
COPY . .
RUN --mount=type=cache,target=/root/.nuget/packages \
    test -f "services/${SERVICE:?is Extraction, Restatement or Ownership}/${SERVICE}.csproj" \
    && CI=true dotnet publish "services/${SERVICE}" -p:PackageSet=full -c Release -o /service \
    # Without a shell in the image, the program needs a name that does not depend on SERVICE.
    && mv "/service/Filingwire.${SERVICE}" /service/service

FROM ${RUNTIME}
COPY --from=probe /ko-app/grpc-health-probe /bin/grpc-health-probe
COPY --from=build /service /service
USER 1000:1000
WORKDIR /service
ENV FILINGWIRE_LISTEN=http://0.0.0.0:8080 \
    FILINGWIRE_LOG=json \
    DOTNET_EnableDiagnostics=0
EXPOSE 8080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=5s --timeout=3s --start-period=60s \
    CMD ["/bin/grpc-health-probe", "-addr=127.0.0.1:8080", "-service=ready"]
ENTRYPOINT ["/service/service"]
