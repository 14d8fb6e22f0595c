"""Starts an MCP server given as a command line and lets it diagnose a namespace; prints what came back as one JSON object.

    diagnose_over_mcp.py NAMESPACE COMMAND [ARGUMENT...]
"""
import asyncio
import json
import sys

from mcp import ClientSession, StdioServerParameters
from mcp.client.stdio import stdio_client


async def main(namespace: str, command: str, arguments: list[str]) -> None:
    async with stdio_client(StdioServerParameters(command=command, args=arguments)) as (read, write):
        async with ClientSession(read, write) as session:
            await session.initialize()
            tools = await session.list_tools()
            # The client itself checks the answer against the tool's output schema.
            answer = await session.call_tool("diagnose", {"namespace": namespace})
            mistake = await session.call_tool("diagnose", {"namespase": namespace})
    dump = lambda model: model.model_dump(mode="json", by_alias=True)
    print(json.dumps({"tools": dump(tools), "answer": dump(answer), "mistake": dump(mistake)}))


asyncio.run(main(sys.argv[1], sys.argv[2], sys.argv[3:]))
