# doclint in a container: docker run --rm -v "$PWD:/data" doclint check
FROM python:3.13-slim AS build
COPY . /src
RUN python -m venv /opt/doclint && /opt/doclint/bin/pip install --no-cache-dir '/src[online,report]'

FROM python:3.13-slim
# Any git will do, and a pinned one is gone from the mirror in a month.
# hadolint ignore=DL3008
RUN apt-get update && apt-get install --yes --no-install-recommends git && rm -rf /var/lib/apt/lists/* \
    && git config --system --add safe.directory /data
COPY --from=build /opt/doclint /opt/doclint
LABEL org.opencontainers.image.title="doclint" org.opencontainers.image.licenses="MIT"
USER 65532:65532
WORKDIR /data
ENTRYPOINT ["/opt/doclint/bin/doclint"]
CMD ["check"]
