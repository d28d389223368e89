package org.yichuang.windows.internal;

import java.util.List;
import org.yichuang.windows.api.TicketState;

/** What screens in the hall show: numbers and windows, nothing of those who have the numbers. */
public interface ScreenViews {
    /** What a waiting screen shows: who is called where, the last one first, and how many wait. */
    record WallView(List<OnWallView> called, List<WaitingView> groups) {}

    /** A ticket that a window has in hand; {@code calls} says how often it was called. */
    record OnWallView(String number, String window, TicketState state, int calls) {}

    /** How many wait in a group. */
    record WaitingView(String code, String name, long waiting) {}
}
