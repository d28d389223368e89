package org.yichuang.windows.internal.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The places of a slot: so many at each window. Whoever is booked is served at a window that serves their department;
 * that another one fits means that all of them together can be, each at some window.
 *
 * @param windows those that are open at the place
 * @param each how many are served at one in a slot
 */
public record SlotPlaces(List<HallWindow> windows, int each) {
    /** Whether a window serves a department, under any of its names. */
    public boolean serves(Set<String> names) {
        return windows.stream().anyMatch(window -> window.serves(names));
    }

    /**
     * How many more of a department fit.
     *
     * @param booked the names of the departments of those who are booked, for each
     */
    public int free(Collection<Set<String>> booked, Set<String> names) {
        List<Set<String>> all = new ArrayList<>(booked);
        int free = 0;
        all.add(names);
        while (free < windows.size() * each && fits(all)) {
            free++;
            all.add(names);
        }
        return free;
    }

    /** Whether all of them fit. */
    public boolean fits(Collection<Set<String>> booked) {
        Map<String, List<Set<String>>> served = new HashMap<>();
        windows.forEach(window -> served.put(window.id(), new ArrayList<>()));
        return booked.stream().allMatch(names -> isPlaced(names, served, new ArrayList<>()));
    }

    /** Finds a place for one; where its windows have none, by having somebody else go to another window. */
    private boolean isPlaced(Set<String> names, Map<String, List<Set<String>>> served, List<String> seen) {
        for (HallWindow window : windows) {
            if (!window.serves(names) || seen.contains(window.id())) {
                continue;
            }
            seen.add(window.id());
            List<Set<String>> there = served.get(window.id());
            if (there.size() < each) {
                there.add(names);
                return true;
            }
            for (int i = 0; i < there.size(); i++) {
                if (isPlaced(there.get(i), served, seen)) {
                    there.set(i, names);
                    return true;
                }
            }
        }
        return false;
    }
}
