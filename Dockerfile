# docker build -t interview-coach . && docker run --env-file .env -v coach:/data -p 3000:3000 \
#   --stop-timeout 30 interview-coach

FROM python:3.12-slim-bookworm AS build
COPY requirements.txt .
# Without pip in it, the environment that goes on cannot install anything.
RUN python -m venv --without-pip /venv \
 && pip --python /venv install --no-cache-dir --require-hashes --only-binary=:all: \
    --requirement requirements.txt

FROM python:3.12-slim-bookworm
RUN groupadd --gid 10001 coach \
 && useradd --uid 10001 --gid coach --no-create-home --home-dir /app --shell /usr/sbin/nologin coach \
 && install --directory --owner coach --group coach /data
COPY --from=build /venv /venv
WORKDIR /app
COPY manifest.yaml ./
COPY questions questions
COPY coaching coaching
COPY storage storage
COPY handlers handlers
COPY bot bot
ENV PATH=/venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    DATABASE_URL=sqlite:////data/coach.db \
    COACH_HTTP=0.0.0.0:3000 \
    COACH_LOG=json \
    MPLCONFIGDIR=/tmp/matplotlib
VOLUME /data
EXPOSE 3000
USER 10001:10001
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
  CMD ["python", "-c", "from urllib.request import urlopen; urlopen('http://127.0.0.1:3000/healthz', timeout=3)"]
CMD ["python", "-m", "bot", "run"]
