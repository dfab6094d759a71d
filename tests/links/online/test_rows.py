"""What a checker of links may meet, row by row, and the tests that say what becomes of it."""

from collections.abc import Callable

import pytest

from tests.links import test_graph, test_hostile, test_resolve, test_weburls
from tests.links.online import test_faults, test_guard, test_memory, test_own_network, test_store, test_tls

ROWS: dict[str, tuple[Callable[..., None], ...]] = {
    "1 headers that drip": (test_faults.test_headers_that_drip_end_at_the_wall_clock,),
    "2 a body that drips": (test_faults.test_a_body_that_drips_does_not_hide_the_status,),
    "3 silence": (test_faults.test_silence_is_a_timeout_after_two_requests_at_most,),
    "4 a page that unpacks to far more": (
        test_faults.test_a_page_that_unpacks_to_far_more_is_cut,
        test_memory.test_twenty_at_once_stay_under_200_mib,
    ),
    "5 an endless body": (
        test_faults.test_an_endless_body_is_cut,
        test_memory.test_twenty_at_once_stay_under_200_mib,
    ),
    "6 redirects in a circle, or too many": (test_faults.test_a_redirect_that_leads_nowhere,),
    "7 redirects to nowhere": (test_faults.test_a_redirect_that_leads_nowhere,),
    "8 redirects inside": (test_guard.test_a_redirect_inside_is_refused,),
    "9 a name that changes its address": (
        test_guard.test_a_name_that_changes_its_address_between_two_look_ups_is_refused,
        test_own_network.test_what_names_resolve_to_is_checked_when_connecting,
    ),
    "10 all forms of loopback": (
        test_guard.test_a_form_of_loopback_is_refused,
        test_guard.test_an_address_is_not_public,
        test_guard.test_a_reserved_name_is_not_even_looked_up,
    ),
    "11 floods of headers": (test_faults.test_an_odd_answer,),
    "12 answers that are no HTTP, bad packing, bad charset": (test_faults.test_an_odd_answer,),
    "13 429 and what Retry-After says": (
        test_faults.test_429_is_asked_again_only_when_the_wait_is_short,
        test_faults.test_a_host_that_asks_for_a_long_pause_is_left_alone,
    ),
    "14 HEAD refused, hanging, with a body": (
        test_faults.test_what_head_refuses_get_may_give,
        test_faults.test_head_with_a_body_is_enough,
    ),
    "15 certificates and old servers": (test_tls.test_a_certificate, test_tls.test_a_server_of_another_age),
    "16 URLs that are none": (
        test_guard.test_what_cannot_be_asked_for_is_said_in_one_way,
        test_guard.test_a_url_is_read_as_browsers_read_it,
        test_weburls.test_something_is_wrong,
    ),
    "17 other schemes, paths of a computer": (test_resolve.test_a_target_in_docs_a_leads,),
    "18 paths that lead out": (
        test_resolve.test_a_target_in_docs_a_leads,
        test_resolve.test_nothing_is_opened_or_looked_up,
    ),
    "19 symbolic links, loops, pipes": (test_hostile.test_links_of_the_file_system,),
    "20 case and Unicode form of names": (
        test_resolve.test_a_target_in_docs_a_leads,
        test_resolve.test_another_case,
    ),
    "21 many links, deep nesting": (test_hostile.test_many_links_take_linear_time,),
    "22 encodings": (test_hostile.test_anchors_of_a_file_in_another_encoding,),
    "23 fragments of what is no document": (
        test_graph.test_what_is_no_document_has_no_dead_anchors,
        test_graph.test_a_line_beyond_the_end_of_a_program,
    ),
    "24 settings of the repository": (
        test_guard.test_settings_of_the_repository_are_kept_within_bounds,
        test_guard.test_hosts_may_be_private_only_by_the_command_line,
        test_guard.test_nothing_of_the_environment_goes_out,
    ),
    "25 asked to end, no network": (
        test_store.test_a_run_that_is_asked_to_end_leaves_what_was_seen,
        test_store.test_a_run_that_is_killed_loses_nothing_it_has_stored,
        test_guard.test_a_network_that_is_down_is_said_once,
    ),
    "26 an IPv6 address that swallows packets": (
        test_guard.test_an_address_that_swallows_packets_is_left_for_the_next,
        test_own_network.test_what_names_resolve_to_is_checked_when_connecting,
    ),
}


@pytest.mark.parametrize("row", ROWS)
def test_a_row_has_tests_that_run(row: str) -> None:
    skipped = [mark for test in ROWS[row] for mark in getattr(test, "pytestmark", ()) if mark.name in ("skip", "xfail")]

    assert ROWS[row]
    assert not skipped


def test_no_row_is_left_out() -> None:
    assert [int(row.split()[0]) for row in ROWS] == list(range(1, 27))
