package org.yichuang.linkage.internal.simulation;

/** A container has died here; an error, so that nothing on the way takes it for a failure that it could mend. */
final class Killed extends Error {
    private static final long serialVersionUID = 1L;

    Killed() {
        super("killed", null, false, false);
    }
}
