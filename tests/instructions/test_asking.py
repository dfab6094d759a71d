import pytest

from .conftest import reading


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The worker restarts on its own.\n", id="narrative"),
        pytest.param("# Check error logs\n", id="heading"),
        pytest.param("> Check error logs\n", id="quotation"),
        pytest.param("- [x] Check error logs\n", id="ticked box"),
        pytest.param("- [x] Done:\n  - Check error logs\n", id="below a ticked box"),
        pytest.param("1. Review: 2026-01-31\n", id="label"),
        pytest.param("- Monitor interval: 30 s\n", id="label of two words"),
        pytest.param("- Update frequency is high\n", id="noun as subject"),
        pytest.param("- Clear communication reduces confusion\n", id="adjective"),
        pytest.param("1. Did you check the logs?\n", id="question"),
        pytest.param("## Symptoms\n\n- Increase in latency\n", id="list of symptoms"),
        pytest.param("Objectives:\n\n- Validate performance\n", id="list of objectives"),
        pytest.param("The tool allows you to:\n\n- scale processing horizontally\n", id="list of abilities"),
        pytest.param("## Next steps\n\n1. Optimize the queries\n", id="plan"),
        pytest.param("## Next steps\n\n### In May\n\n1. Optimize the queries\n", id="part of a plan"),
        pytest.param("# Changelog\n\n## 2.0\n\n- Improve performance\n", id="changelog"),
        pytest.param("- ✅ Optimize the queries\n", id="finished"),
        pytest.param("When the tests check error logs, the page loads.\n", id="verb of a clause"),
        pytest.param("The hosts must not be restarted if needed.\n", id="no duty"),
        pytest.param("## Common symptoms\n\n- Check error logs\n", id="heading that closes with what it tells"),
        pytest.param("- 🚀 Optimize the queries\n", id="feature"),
        pytest.param("# 2.1.0 - 2026-01-31\n\n- Optimize the queries\n", id="release"),
        pytest.param("# pool.tune(size, limit)\n\nCheck error logs.\n", id="reference of a function"),
        pytest.param("- Review, merging, and closing pull requests\n", id="row of nouns"),
        pytest.param("Note that you may have to wait.\n", id="remark"),
        pytest.param("We can scale up and down.\n", id="what is possible"),
        pytest.param("Lower = more predictions\n", id="definition"),
        pytest.param("Lower limits keep more of them; higher limits drop more.\n", id="comparison of two bounds"),
        pytest.param("Lower levels build faster, while higher levels build less.\n", id="comparison in a clause"),
        pytest.param("Lower values result in fewer of them.\n", id="comparison with its outcome"),
        pytest.param("Lower values cause more restarts.\n", id="comparison with what it causes"),
        pytest.param("- Update finished\n", id="noun with its participle"),
        pytest.param("- Cache hit rate normal\n", id="nouns with their quality"),
        pytest.param("You should be able to check error logs.\n", id="ability that is expected"),
        pytest.param("Please be aware that you may have to wait.\n", id="remark after please"),
        pytest.param("In the tests, we build it, and check error logs, too.\n", id="row of what somebody does"),
        pytest.param("Test execution:\n\n1. Check error logs\n", id="test that was run"),
        pytest.param("## Load\n\n1. Check error logs\n\n**Results:**\n\n- 3 errors\n", id="done before its results"),
        pytest.param("Larger rows should be available if needed.\n", id="state that is expected"),
        pytest.param("Now consider we're looking at a full cluster.\n", id="scene that is pictured"),
        pytest.param("While it would be useful to keep old logs, they are removed.\n", id="wish that is granted"),
        pytest.param("Look whether you might need to move the files in `a`.\n", id="wish that is the question"),
        pytest.param("Save the rows you might need to move in `a`.\n", id="wish of a relative clause"),
        pytest.param("Repair mode is normally enough.\n", id="noun with a verb of its own"),
        pytest.param("Restart jobs run properly at night.\n", id="plural with a verb of its own"),
        pytest.param("You should see the rows as before.\n", id="expected result"),
        pytest.param("The agent will:\n\n- Optimize the queries\n", id="what something else will do"),
        pytest.param("The pool is part of:\n\n- Scale tests, etc.\n", id="list that ends a sentence"),
        pytest.param("| Metric | Meaning |\n|--|--|\n| load | Check error logs |\n", id="table that is not of steps"),
    ],
)
def test_what_asks_nothing_is_not_judged(text: str) -> None:
    assert reading(text).ambiguities == ()


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("1. Check error logs\n", id="step"),
        pytest.param("- Check error logs\n", id="bullet that opens with a verb"),
        pytest.param("- [ ] Check error logs\n", id="open box"),
        pytest.param("Check error logs.\n", id="sentence"),
        pytest.param("The disk is full. Check error logs.\n", id="second sentence"),
        pytest.param("1. Restart the API with `r`\n   - a pod\n   - Check error logs\n", id="nested list"),
        pytest.param("> [!WARNING]\n> Check error logs.\n", id="admonition"),
        pytest.param("| Step |\n|--|\n| Check error logs |\n", id="table of steps"),
        pytest.param("If the pod is gone, check error logs.\n", id="after a condition"),
        pytest.param("First, please check error logs.\n", id="after openers"),
        pytest.param("You should check error logs.\n", id="modal"),
        pytest.param("You should check error logs\n", id="modal without a full stop"),
        pytest.param("**Resolution:** Check error logs\n", id="after the label of an action"),
        pytest.param("Mitigations include:\n\n- Scaling the pods\n", id="gerund in a list of actions"),
        pytest.param("1. **Check error logs**\n", id="bold"),
        pytest.param("If it is full → check error logs.\n", id="after an arrow"),
        pytest.param("If it is full you might want to add a disk.\n", id="wish after a condition without a comma"),
        pytest.param("Someone should call the vendor.\n", id="nobody"),
        pytest.param("**Results:**\n\n- 3 errors\n\n1. Check error logs\n", id="after results"),
        pytest.param("1. Check error logs\n\nExpected results:\n\n- b\n", id="before expected results"),
        pytest.param("1. Check error logs\n\n## Test\n\nResults:\n\n- b\n", id="before results of another section"),
        pytest.param("If the pod is gone: check error logs.\n", id="after a condition with a colon"),
        pytest.param("Only if the pod is gone, check error logs.\n", id="after a condition that is the only one"),
        pytest.param("If the pod is gone you should check error logs.\n", id="modal after a condition without a comma"),
        pytest.param("Lower batch sizes for higher throughput.\n", id="verb that may compare"),
        pytest.param("If it is full, you might want to add a disk.\n", id="wish after a condition"),
    ],
)
def test_what_asks_is_judged(text: str) -> None:
    assert len(reading(text).ambiguities) == 1


def test_criteria_with_a_mark_are_criteria() -> None:
    assert reading("Success criteria:\n\n- ✅ Latency acceptable\n").ambiguities
    assert reading("- ✅ Latency acceptable\n").ambiguities == ()


def test_instructions_are_counted_ambiguous_or_not() -> None:
    text = "1. Open the console\n2. Check error logs\n3. Run `make`\n\nThe end is near.\n"

    assert reading(text).instructions == 3


def test_a_state_is_asked_by_an_open_box_and_by_success_criteria() -> None:
    assert [found.category for found in reading("- [ ] Latency acceptable\n").ambiguities] == ["missing-threshold"]
    assert [found.category for found in reading("Success criteria:\n\n- Latency acceptable\n").ambiguities]
    assert reading("- Latency acceptable\n").ambiguities == ()
