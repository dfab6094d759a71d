import pytest

from .conftest import reading, shown


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("If the load is above 80 %, stop the worker.", id="condition with its figure"),
        pytest.param("If the disk is full, restart the API.", id="binary condition"),
        pytest.param("When it is acceptable to serve old data, purge nothing.", id="grade that closes nothing"),
        pytest.param("1. Partition the large table", id="one thing, named by its size"),
        pytest.param("Partition large tables.", id="size in prose"),
        pytest.param("1. Check the logs for connection errors", id="errors of a kind"),
        pytest.param("1. Check Sentry for errors", id="named source"),
        pytest.param("1. Identify which pod restarts", id="question to be answered"),
        pytest.param("1. Identify the pod", id="thing to be found"),
        pytest.param("1. Expand the menu of the console", id="opened, not enlarged"),
        pytest.param("1. Set a limit to prevent unnecessary restarts", id="kept out"),
        pytest.param("1. Consider a cluster that is full", id="scene to be pictured"),
        pytest.param("Write down anything you need, if you think of anything else.", id="condition that is open"),
        pytest.param("1. See the page for examples and more information", id="more of a noun"),
        pytest.param("- [ ] No errors", id="binary absence"),
        pytest.param("1. Run data migrations", id="step that runs a thing"),
        pytest.param("If you think of anything else, write a note.", id="open condition before the order"),
        pytest.param("1. Partition the large tables", id="known things of a size"),
        pytest.param("1. Keep the tables large", id="size of nothing"),
        pytest.param("1. Choose the proper device (this or that)", id="choice in brackets"),
        pytest.param("- Implement the measures", id="measures that are known"),
        pytest.param("- Implement measures of the plan", id="measures of something"),
        pytest.param("1. Check the new blue service account key file name", id="long name"),
        pytest.param("1. Raise a ticket with the provider", id="raise, but no amount"),
        pytest.param("1. Increase the timeout according to the table", id="amount by reference"),
        pytest.param("1. Verify that the pod is Ready", id="binary fact"),
        pytest.param("1. Verify the backups are available", id="binary state"),
        pytest.param("1. Check Sentry for errors that stop the job", id="thing to look for"),
        pytest.param("1. Confirm the upload finished", id="participle"),
        pytest.param("1. Review the runbook", id="to be read"),
        pytest.param("1. Fix the ownership with chown", id="goal with its means"),
        pytest.param("1. Address it by name", id="address by"),
        pytest.param("1. Notify the database team", id="named team"),
        pytest.param("1. Notify the team in #dba", id="channel"),
        pytest.param("1. Choose the proper device (`a` for Linux, `b` for Windows)", id="listed right after"),
        pytest.param("Never store unnecessary data.", id="prohibition"),
        pytest.param("1. Consider the risk of data loss", id="to be thought of"),
        pytest.param("Sometimes you may need to log in by hand. This is how:", id="introduction"),
        pytest.param("1. Edit the file in /etc on the node", id="the folder"),
        pytest.param("1. Set the limit as required by the quota", id="required by"),
        pytest.param("1. Open any tool (vim, nano, etc.)", id="open list that illustrates"),
        pytest.param("The job takes a few minutes.", id="loose time in narrative"),
        pytest.param("Follow the steps below.\n\n## Build", id="steps below"),
        pytest.param("1. Follow the PEP 8 style guide", id="named paper"),
        pytest.param("- [ ] Operations can do their normal duties", id="state that closes nothing"),
        pytest.param("- [ ] Complexity acceptable (<10)", id="state with its figure"),
        pytest.param("1. Check both hosts can be reached", id="fact without that"),
        pytest.param("Consider these limits:\n\n- a", id="list to be considered"),
        pytest.param("Consider waiting if:\n\n- it is full", id="conditions that are listed"),
        pytest.param("Consider a button:\n\n```\nb\n```", id="thing pictured"),
        pytest.param("Please consider sponsoring us.", id="favour"),
        pytest.param("You may skip it at your discretion.", id="permission"),
        pytest.param("You can use cookies, etc.", id="open list of possibilities"),
        pytest.param("The default should be sufficient.", id="hope"),
        pytest.param("Use a filter to efficiently find a row.", id="purpose"),
        pytest.param("Open it early; triage is the best time to do so.", id="praise that is said"),
        pytest.param("1. Follow the Foundational Best Practices standard", id="name that praises"),
        pytest.param("1. Conduct penetration testing", id="activity with a name"),
        pytest.param("- Implement predictive lag monitoring", id="thing with a name"),
        pytest.param("1. Add more tests for the parser", id="more for something"),
        pytest.param("1. Raise the alarm", id="raise, but no measure"),
        pytest.param("1. Wait until the job has finished", id="wait with its event"),
        pytest.param("1. Try logging in as `admin`", id="trial of a thing that is named"),
        pytest.param("1. Ensure TLS is enabled", id="fact to be assured"),
        pytest.param("1. See the manual for your board", id="manual of something"),
        pytest.param("1. Refer to the vendor's manual", id="manual of somebody"),
        pytest.param("1. Use the standard library", id="standard, but no paper"),
        pytest.param("If you have the larger volume `b`, stop.", id="comparison in a condition"),
        pytest.param("- [ ] Backups tested", id="binary box"),
        pytest.param("1. Increase the replicas to match the nodes", id="amount that is matched"),
        pytest.param("1. Increase `conns` to `50`", id="amount in code"),
        pytest.param("1. Bump the library", id="bump, but no measure"),
        pytest.param("1. Check that blocks fit within the range of the group", id="bounds of something"),
        pytest.param("1. Investigate the logs of the host", id="where to investigate"),
        pytest.param("1. Investigate for corrupted blocks", id="what to investigate for"),
        pytest.param("1. Add a name; a number is fine", id="statement after the order"),
        pytest.param("1. Copy the key; you will need it later", id="time of a statement after the order"),
        pytest.param("1. Copy the key for later", id="set phrase of time"),
        pytest.param("1. Write proper nouns in capitals", id="set phrase of a quality"),
        pytest.param("1. Consider 150 GB for each node", id="figure to be reckoned with"),
        pytest.param("1. Replace the host with the above address", id="thing in sight"),
        pytest.param("1. Keep slow requests tables", id="name that holds a size"),
    ],
)
def test_near_misses_are_not_shown(text: str) -> None:
    assert shown(text + "\n") == []


@pytest.mark.parametrize(
    ("text", "category", "confidence"),
    [
        ("1. Increase pod resources", "missing-threshold", "high"),
        ("1. Scale horizontally", "missing-threshold", "high"),
        ("- [ ] Latency within permissible limits", "missing-threshold", "high"),
        ("1. Verify that error counts match the targets", "missing-threshold", "medium"),
        ("You can increase the memory to let it settle.", "missing-threshold", "medium"),
        ("1. Set the memory limit", "missing-threshold", "medium"),
        ("- [ ] Response times within normal range", "missing-threshold", "high"),
        ("1. Check that the logs look fine", "missing-threshold", "high"),
        ("1. Identify the root cause and fix it", "missing-method", "high"),
        ("1. Optimize slow queries", "missing-method", "medium"),
        ("- [ ] Capacity planning", "missing-method", "medium"),
        ("1. Deploy security branch", "missing-object", "medium"),
        ("- Implement preventive measures", "missing-method", "medium"),
        ("1. Identify the root cause", "missing-method", "high"),
        ("1. Identify slow endpoints", "missing-threshold", "medium"),
        ("1. Partition large tables", "missing-threshold", "medium"),
        ("If the load is too high, stop the `batch` worker.", "missing-threshold", "medium"),
        ("Make sure everything works.", "missing-threshold", "high"),
        ("- [ ] No noticeable errors", "missing-threshold", "medium"),
        ("- [ ] Performance targets met", "missing-threshold", "medium"),
        ("- [ ] Management informed", "missing-actor", "medium"),
        ("Set up a secure method to share secrets.", "vague-qualifier", "medium"),
        ("Choose the best approach.", "vague-qualifier", "medium"),
        ("1. Respond within a reasonable time", "vague-qualifier", "high"),
        ("1. Implement RBAC properly", "vague-qualifier", "high"),
        ("1. Set up `roles` properly", "vague-qualifier", "medium"),
        ("The hosts have to be sized appropriately.", "vague-qualifier", "high"),
        ("1. Confirm that there were no relevant errors", "vague-qualifier", "medium"),
        ("1. Consider making the project private", "hedged-obligation", "high"),
        ("1. If the traffic is anonymous, consider making the project private", "hedged-obligation", "medium"),
        ("1. If possible, try to restart the worker", "hedged-obligation", "high"),
        ("To save space, you may want to drop the table.", "hedged-obligation", "medium"),
        ("1. Read the message and attempt to understand it", "hedged-obligation", "medium"),
        ("If not, it may be best to purge the volume.", "hedged-obligation", "high"),
        ("1. Check ssh key", "missing-verification", "high"),
        ("1. Check primary database error logs", "missing-verification", "high"),
        ("1. Check primary database node error logs", "missing-verification", "medium"),
        ("1. Fix the issues reported", "missing-method", "high"),
        ("You can stop the worker if the load is high.", "missing-threshold", "low"),
        ("1. Restart it or increase its memory to 5 GB", "choice-no-criterion", "low"),
        ("1. Stop the primary and the replica, then upgrade it", "unclear-pronoun", "low"),
        ("1. Monitor the interface after the change", "missing-verification", "medium"),
        ("1. Optimise slow queries", "missing-method", "medium"),
        ("1. Check resource usage (CPU, memory)", "missing-verification", "medium"),
        ("If `x` is down, check the panic trace.", "missing-verification", "medium"),
        ("1. Look at the usage of the bucket", "missing-verification", "medium"),
        ("1. Check the usage of the bucket", "missing-verification", "medium"),
        ("1. Check networking on the node", "missing-verification", "medium"),
        ("1. Check the logs for any errors", "missing-verification", "medium"),
        ("1. Monitor for anomalies", "missing-verification", "medium"),
        ("1. Check DNS, NTP, routes, etc.", "open-list", "high"),
        ("1. Use the logs and any other information", "open-list", "high"),
        ("1. Add a disk so that it finishes, if applicable", "escape-clause", "high"),
        ("- [ ] README updated if needed", "escape-clause", "high"),
        ("1. Wait a few minutes before you go on", "vague-time", "medium"),
        ("1. Exec into the pod as described above", "dangling-reference", "medium"),
        ("1. Consult the disaster recovery documentation", "dangling-reference", "medium"),
        ("1. Increase the memory assigned to the pod", "missing-threshold", "high"),
        ("1. Raise the connection limit", "missing-threshold", "high"),
        ("1. Use a larger volume", "missing-threshold", "medium"),
        ("1. Set limits and alerts", "missing-threshold", "medium"),
        ("- [ ] Latency within normal range for 2 hours", "missing-threshold", "high"),
        ("- [ ] Latency at the usual level", "missing-threshold", "high"),
        ("- [ ] Queries streamlined", "missing-threshold", "high"),
        ("1. Wait until things settle", "missing-threshold", "high"),
        ("If the disk is almost full, delete a snapshot.", "missing-threshold", "medium"),
        ("If the load is high: restart the pod.", "missing-threshold", "medium"),
        ("1. Reduce `conns`", "missing-threshold", "medium"),
        ("1. Increase the interval (default 3)", "missing-threshold", "high"),
        ("- [ ] Cache hit rate normal", "missing-threshold", "high"),
        ("- [ ] Database migrations safe", "missing-threshold", "medium"),
        ("If things look weird, roll back.", "missing-threshold", "medium"),
        ("1. Ensure availability", "missing-method", "medium"),
        ("1. Take corrective action", "missing-method", "medium"),
        ("1. Monitor closely", "missing-object", "medium"),
        ("1. Check the logs to understand the cause", "missing-verification", "medium"),
        ("1. Check for saturated disks or broken network cards", "missing-verification", "medium"),
        ("1. Track end-to-end latency", "missing-verification", "high"),
        ("1. Configure the pool judiciously", "vague-qualifier", "high"),
        ("1. Give the pod more memory", "vague-quantity", "medium"),
        ("1. Try restarting the agent", "hedged-obligation", "medium"),
        ("If it is full, consider moving it:\n\n```\nmv a b\n```", "hedged-obligation", "medium"),
        ("1. Continue with the usual planning procedure", "dangling-reference", "medium"),
        ("1. See the docs for more details", "dangling-reference", "medium"),
        ("1. Keep the team informed", "missing-actor", "high"),
        ("You can restart it if needed.", "escape-clause", "low"),
        ("1. Restart or reinstall the agent", "choice-no-criterion", "low"),
        ("1. Update stakeholders", "missing-actor", "high"),
        ("1. Ask the right person", "missing-actor", "high"),
        ("# Cache\n\n1. Restart it", "unclear-pronoun", "medium"),
        ("1. Add more nodes", "vague-quantity", "medium"),
        ("1. Stop the API, restore the volume and promote the replica", "compound-step", "low"),
        ("1. Delete the volume unless the node holds it", "condition-after-action", "low"),
        ("1. Do not proceed unless no alert is firing", "negation-trap", "medium"),
        ("1. Remove failed images and volumes", "structural-ambiguity", "low"),
    ],
)
def test_defects(text: str, category: str, confidence: str) -> None:
    found = reading(text + "\n").ambiguities

    assert [(item.category, item.confidence) for item in found] == [(category, confidence)]


def test_a_sentence_has_one_finding_for_its_surest_defect() -> None:
    found = reading("1. Add more nodes if needed\n").ambiguities

    assert [item.category for item in found] == ["escape-clause"]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        pytest.param("1. Set up roles properly\n", "properly", id="plain"),
        pytest.param("- a\n  - **Set up** roles [properly](x.md)\n", "properly", id="nested, with markup"),
        pytest.param("é 😀 text. Update the pages `a b` if needed.\n", "if needed", id="beyond ASCII"),
        pytest.param("| Step |\n|--|\n| Update it *if needed* |\n", "if needed", id="table"),
        pytest.param("> [!TIP]\n> Update\n> this if\n> needed\n", "if\n> needed", id="over two lines"),
    ],
)
def test_a_finding_points_at_the_words(text: str, quoted: str) -> None:
    (found,) = reading(text).ambiguities

    assert text[found.start : found.end] == quoted


def test_a_message_says_what_is_missing_and_how_to_say_it() -> None:
    (found,) = shown("- [ ] Response times acceptable\n")

    assert found.message == "'acceptable' has no limit: give the value, its unit and where to read it"


def test_a_long_quotation_is_cut() -> None:
    (found,) = reading("1. Monitor " + "very " * 5 + "many " * 60 + "things\n").ambiguities

    assert len(found.message) < 200
