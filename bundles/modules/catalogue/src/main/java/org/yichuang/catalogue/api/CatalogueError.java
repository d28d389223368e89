package org.yichuang.catalogue.api;

import org.yichuang.kernel.api.ErrorCode;
import org.yichuang.kernel.api.ErrorKind;

/** What can go wrong with items. */
public enum CatalogueError implements ErrorCode {
    /** This centre offers no such item. */
    ITEM_UNKNOWN(ErrorKind.NOT_FOUND),
    /** This centre has made no such import. */
    IMPORT_UNKNOWN(ErrorKind.NOT_FOUND),
    /** The feed has no such place any more: whoever follows it asks again from the beginning. */
    FEED_RESTARTED(ErrorKind.CONFLICT),
    /** This centre has held no such review round. */
    ROUND_UNKNOWN(ErrorKind.NOT_FOUND),
    /** The centre's hall has no such item on its list. */
    ENTRY_UNKNOWN(ErrorKind.NOT_FOUND),
    /** The centre has no such entry on its list of what may be demanded. */
    DEMAND_UNKNOWN(ErrorKind.NOT_FOUND),
    /** No basic catalogue that holds for the centre has such an item. */
    BASIC_UNKNOWN(ErrorKind.NOT_FOUND),
    /** The item has no such sample or blank form. */
    SAMPLE_UNKNOWN(ErrorKind.NOT_FOUND),
    /** The item does not stand where this would be possible. */
    ENTRY_STATE(ErrorKind.CONFLICT),
    /** The review round has been taken back. */
    ROUND_STATE(ErrorKind.CONFLICT),
    /** The clean-up flag is not raised. */
    MARK_STATE(ErrorKind.CONFLICT),
    /** The item lacks something or breaks a rule; the fields are named. */
    ITEM_INVALID(ErrorKind.INVALID),
    /** The item has no version in the state that this needs. */
    ITEM_STATE(ErrorKind.CONFLICT),
    /** The import has been taken back. */
    IMPORT_UNDONE(ErrorKind.CONFLICT),
    /** What the import has brought is in use, or has changed since; the items are named. */
    IMPORT_IN_USE(ErrorKind.CONFLICT),
    /** Offices that have to agree to a draft have not; they are named. */
    OPINIONS_MISSING(ErrorKind.CONFLICT),
    /** Nobody gives an opinion of a draft that they have written. */
    OPINION_BY_AUTHOR(ErrorKind.CONFLICT),
    /** Centres above have to agree to what is published, and have not. */
    APPROVAL_MISSING(ErrorKind.CONFLICT),
    /** This centre has no such list of drafts. */
    SUBMISSION_UNKNOWN(ErrorKind.NOT_FOUND),
    /** The list of drafts does not stand where this would be possible. */
    SUBMISSION_STATE(ErrorKind.CONFLICT),
    /** Neither this centre nor one above has ordered such a clean-up. */
    CAMPAIGN_UNKNOWN(ErrorKind.NOT_FOUND),
    /** The clean-up does not stand where this would be possible. */
    CAMPAIGN_STATE(ErrorKind.CONFLICT),
    /** This centre has made no such edition of a booklet or a board. */
    EDITION_UNKNOWN(ErrorKind.NOT_FOUND),
    /** The item would have to wait for its own result; the circle is named. */
    PREREQUISITES_CIRCULAR(ErrorKind.INVALID),
    /** The bundle lacks something or breaks a rule; the fields are named. */
    BUNDLE_INVALID(ErrorKind.INVALID),
    /** A member of the bundle is decided, or its result made out, at another centre. */
    BUNDLE_MEMBER_ELSEWHERE(ErrorKind.INVALID),
    /** Members have changed so that the bundle's form or materials no longer fit them; it has to be published anew. */
    BUNDLE_OUTDATED(ErrorKind.CONFLICT),
    /** An application exists that no route takes; an example is given. */
    ROUTES_GAP(ErrorKind.INVALID),
    /** An application exists that two routes take; an example is given. */
    ROUTES_OVERLAP(ErrorKind.INVALID),
    /** The form data break the item's form; the fields are named. */
    FORM_INVALID(ErrorKind.INVALID);

    private final ErrorKind kind;

    CatalogueError(ErrorKind kind) {
        this.kind = kind;
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }
}
