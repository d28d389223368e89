package org.yichuang.windows.internal.persistence;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javax.persistence.EntityManagerFactory;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.windows.api.EnquiryState;
import org.yichuang.windows.internal.domain.Enquiry;

/** Enquiries in the database. */
public class EnquiryRows extends KeptRows<Enquiry, Enquiry.Course> {
    public EnquiryRows(EntityManagerFactory entities) {
        super(entities, Enquiry.class, Enquiry.Course.class, "enquiry");
    }

    /** All, the newest first, from behind one. */
    public List<Enquiry> newest(String after, int most, UnitOfWork unit) {
        return list(
                "select e from Enquiry e where e.id < :after order by e.id desc", Map.of("after", after), most, unit);
    }

    /** Those in a state, the newest first, from behind one. */
    public List<Enquiry> newest(EnquiryState state, String after, int most, UnitOfWork unit) {
        return list(
                "select e from Enquiry e where e.state = :state and e.id < :after order by e.id desc",
                Map.of("state", state, "after", after),
                most,
                unit);
    }

    /** What an account has asked from home, the newest first. */
    public List<Enquiry> ofAccount(String account, int most, UnitOfWork unit) {
        return list(
                "select e from Enquiry e where e.account = :account order by e.id desc",
                Map.of("account", account),
                most,
                unit);
    }

    /** All that were asked on some days. */
    public List<Enquiry> between(LocalDate from, LocalDate to, UnitOfWork unit) {
        return whole((after, most) -> list(
                "select e from Enquiry e where e.day between :from and :to and e.id > :after order by e.id",
                Map.of("from", from, "to", to, "after", after),
                most,
                unit));
    }
}
