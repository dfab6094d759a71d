import pytest

from .conftest import shown


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("1. Check the queue:\n\n   ```bash\n   q list\n   ```\n", id="code below the item"),
        pytest.param("Check the queue:\n\n```bash\nq list\n```\n", id="code below the paragraph"),
        pytest.param("Check the queue.\n\n```bash\nq list\n```\n", id="code without a colon"),
        pytest.param("1. Optimize the query\n   - add an index on `id`\n", id="list below the item"),
        pytest.param("Optimize the query:\n\n- add an index\n", id="list that a colon announces"),
        pytest.param("1. Set up roles properly:\n\n   ```bash\n   x\n   ```\n", id="code below a loose word"),
        pytest.param("Check the limits:\n\n| a | b |\n|--|--|\n| 1 | 2 |\n", id="table"),
        pytest.param("Check the graph.\n\n![p95 below 200 ms](p95.png)\n", id="image"),
        pytest.param("1. Check the queue with `q list`\n", id="command in the sentence"),
        pytest.param("1. Check the [queue dashboard](https://d.example/q)\n", id="link in the sentence"),
        pytest.param("1. Check the queue. Run `q list` and look for `stuck`.\n", id="command in the next sentence"),
        pytest.param('1. Check the panel "Queue depth"\n', id="name in quotes"),
        pytest.param("1. Scale the deployment to 6\n", id="number"),
        pytest.param("1. Check the queue — no job older than an hour\n", id="explanation after a dash"),
        pytest.param("1. **Apply the fix**\n\n   For a code bug, roll back.\n", id="text below the item"),
        pytest.param("Scale the cluster\n\n**Option 1: today**\n\n- two nodes\n", id="labelled options below"),
    ],
)
def test_what_the_context_says_is_not_missing(text: str) -> None:
    assert shown(text) == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Check error logs.\n\nThe end.\n", id="other text below"),
        pytest.param("Check error logs.\n\n## Next\n\n```bash\nx\n```\n", id="code in the next section"),
        pytest.param("1. Check error logs\n2. Run `make`\n", id="code in the next step"),
        pytest.param("Optimize the query.\n\n- a\n", id="list that nothing announces"),
        pytest.param("Check error logs.\n\n**Note:** they are long.\n", id="note below"),
        pytest.param("Fix: Optimize the query.\n\nFix: Run `a`.\n", id="the next of several fixes"),
        pytest.param("1. Resolve the issue on host S3\n", id="digit in a name"),
    ],
)
def test_what_does_not_belong_to_a_sentence_says_nothing_of_it(text: str) -> None:
    assert len(shown(text)) == 1
