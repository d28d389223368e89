package org.yichuang.catalogue.internal;

import org.yichuang.catalogue.internal.domain.sample.SampleFile;
import org.yichuang.catalogue.internal.domain.sample.SampleKind;

/**
 * A file of an item as its keepers see it, whatever materials the item has by now.
 *
 * @param id by which it is taken away
 * @param revision for changes
 * @param standing whom it is shown to
 */
public record HeldSample(
        String id, long revision, String materialName, SampleKind kind, SampleFile.Content file, Standing standing) {
    /** Whether everybody sees it now. */
    public boolean isPublic() {
        return standing.published() && !standing.infected();
    }

    /** Whether a publication of the draft takes it from the public. */
    boolean isLost() {
        return isPublic() && !standing.kept();
    }

    /**
     * Whom a file is shown to.
     *
     * @param published whether it belongs to a material of what is published
     * @param kept whether it belongs to one of what is published next: of the draft where there is one
     * @param infected whether a scanner has found something in it: nobody sees it then
     */
    public record Standing(boolean published, boolean kept, boolean infected) {}
}
