package org.yichuang.cases.api;

import java.util.List;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.LocalizedMessage;

/**
 * SPI, whiteboard: tells what is still missing before the result of a case may be made out, e.g. a fee that is to be
 * paid.
 * It is shown to staff and applicant as long as the case is open, and nothing is issued before it is there. Asked where
 * its module is switched on. Whoever looks at a case asks it outside of the case's transaction, in a reading one of
 * its own; {@code issue} asks inside of the transaction. A gate that fails takes nobody's case away: until it answers,
 * what it misses is not known ({@code not-known}), and nothing is issued. After a failure, or an answer that took more
 * than two seconds, those who only look do not ask it for half a minute.
 */
public interface CompletionGate {
    /** The module to which the gate belongs, e.g. {@code fees}. */
    String module();

    /**
     * Returns what is missing, nothing when all is there. Cheap: asked whenever the case is looked at. It reads through
     * the unit, other modules by their ports that take one ({@link Cases}, {@code Catalogue}); it opens none itself.
     */
    List<Missing> missing(CaseSnapshot now, UnitOfWork unit);

    /**
     * Something that is missing.
     *
     * @param code its stable name, e.g. {@code fee-unpaid}
     * @param message a sentence that an applicant understands
     */
    record Missing(String code, LocalizedMessage message) {}
}
