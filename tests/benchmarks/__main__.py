"""`make bench`: run every benchmark and print its table."""

import asyncio

from tests.benchmarks import (
    covering,
    debriefing,
    judging,
    overview,
    page_updates,
    practising,
    searching,
    topic_lint,
)

if __name__ == "__main__":
    asyncio.run(page_updates.main())
    asyncio.run(searching.main())
    asyncio.run(judging.main())
    asyncio.run(overview.main())
    asyncio.run(debriefing.main())
    topic_lint.main()
    practising.main()
    covering.main()
