package org.yichuang.ratings.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.validation.Valid;
import javax.validation.constraints.NotEmpty;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.NeedsNoPermission;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;

/**
 * What people say of the services that they have used (好差评). The centre asks, nobody has to answer, and what nobody
 * has said is no rating (R3-28). Who is rated does not learn by whom.
 */
public interface Ratings {
    /** The most ratings on paper that are entered at once. */
    int MOST_CARDS = 100;

    /**
     * Returns what is asked under a key, and what has been said.
     *
     * @param origin where the question comes from, for throttling: the client's address or network
     * @throws ProblemException {@code rating-unknown}; {@code progress-unknown} for a wrong number or code
     */
    @NeedsNoPermission("the link, number and query code, or the own account are the key")
    Asked asked(Key key, String origin, CallContext context);

    /**
     * Gives a rating, or another one in its place as long as the days last. The same said again changes nothing.
     *
     * @param origin as in {@link #asked}
     * @throws ProblemException as in {@link #asked}; {@code rating-closed}; {@code rating-several} for number and code
     *     alone of a case of which several services can be rated; {@code fields-invalid} for a grade that this centre
     *     does not have
     */
    @NeedsNoPermission("the link, number and query code, or the own account are the key")
    Asked rate(Key key, Given given, String origin, CallContext context);

    /** Returns what the account that asks has been asked, the newest first, at most so many. */
    @NeedsNoPermission("everybody sees what the own account is asked")
    List<Asked> own(int most, CallContext context);

    /** Returns what the account that asks has been asked about a case. */
    @NeedsNoPermission("everybody sees what the own account is asked")
    List<Asked> ofCase(String number, CallContext context);

    /**
     * Returns what was said, the newest first; somebody of a department sees its own.
     *
     * @throws ProblemException {@code not-allowed}
     */
    @RequiresPermission(RatingPermission.VIEW)
    Page<Said> list(Filter filter, PageRequest page, CallContext context);

    /**
     * Enters what was rated on paper.
     *
     * @throws ProblemException {@code not-allowed}; {@code fields-invalid}, e.g. for a day that is still to come or is
     *     long ago; {@code department-unknown} for one that is not in the centre's list
     */
    @RequiresPermission(RatingPermission.ENTER)
    Entered enter(Cards cards, CallContext context);

    /** Returns how many of each grade were given within the last twelve months, for everybody to see. */
    @NeedsNoPermission("what is published, without anything of a person")
    Summary summary(CallContext context);

    /**
     * What opens a rating: a token, number and code, or the id alone.
     *
     * @param token of the link
     * @param number of a case, with {@code code}
     * @param code the case's query code
     * @param id of what the own account is asked; beside number and code, which service of the case
     */
    record Key(String token, String number, String code, String id) {
        public Key {
            token = token == null ? "" : token;
            number = number == null ? "" : number;
            code = code == null ? "" : code;
            id = id == null ? "" : id;
        }

        /** That of a link. */
        public static Key ofLink(String token) {
            return new Key(token, "", "", "");
        }

        /** That of a case. */
        public static Key ofCase(String number, String code) {
            return new Key("", number, code, "");
        }

        /** That of an account. */
        public static Key ofAccount(String id) {
            return new Key("", "", "", id);
        }
    }

    /**
     * What somebody says.
     *
     * @param grade how content they are
     * @param aspects what with; none need be named
     * @param words what else they want to say, at most 1000 characters
     */
    record Given(@NotNull Grade grade, @Size(max = 7) List<Aspect> aspects, @Size(max = 1000) String words) {
        public Given {
            aspects = aspects == null ? List.of() : aspects.stream().distinct().toList();
            words = words == null ? "" : words;
        }
    }

    /**
     * What somebody is asked.
     *
     * @param id which rating
     * @param caseNumber of the case
     * @param itemName the item's name
     * @param service the event of the case that is rated
     * @param serviceName what people call it
     * @param channel by which way it was used
     * @param scale among which grades is chosen
     * @param on the day of the service
     * @param until the last day on which it may be given or changed
     * @param open whether it still may
     * @param grade what has been said, null for nothing
     * @param aspects what with
     * @param words what else has been said, empty unless the one who asks has said it
     * @param version grows with every answer
     */
    record Asked(
            String id,
            String caseNumber,
            String itemName,
            String service,
            LocalizedMessage serviceName,
            Channel channel,
            Scale scale,
            LocalDate on,
            LocalDate until,
            boolean open,
            Grade grade,
            List<Aspect> aspects,
            String words,
            long version) {}

    /**
     * What is looked for among what was said.
     *
     * @param grade only this one
     * @param bad whether only bad ones
     */
    record Filter(Optional<Grade> grade, boolean bad) {
        /** Everything. */
        public static final Filter ALL = new Filter(Optional.empty(), false);
    }

    /**
     * What somebody has said, without who.
     *
     * @param id which rating
     * @param itemName the item's name, or empty
     * @param service the event of the case that was rated, or empty
     * @param department that was rated, or empty
     * @param window where, or empty
     * @param channel by which way the service was used
     * @param source how it has come in
     * @param grade what was said
     * @param aspects what with
     * @param words what else, with numbers and addresses masked
     * @param on the day on which it was given
     * @param changed whether something else had been said before
     */
    record Said(
            String id,
            String itemName,
            String service,
            String department,
            String window,
            Channel channel,
            Source source,
            Grade grade,
            List<Aspect> aspects,
            String words,
            LocalDate on,
            boolean changed) {}

    /**
     * Ratings on paper.
     *
     * @param source {@code CARD} or {@code BOX}
     * @param collectedOn the day on which they were taken out
     * @param cards what is on them
     */
    record Cards(
            @NotNull Source source,
            @NotNull LocalDate collectedOn,
            @NotEmpty @Size(max = MOST_CARDS) List<@Valid Card> cards) {}

    /**
     * A rating on paper.
     *
     * @param grade how content somebody is
     * @param department that is rated, or empty
     * @param window where, or empty
     * @param item what for, in words, or empty
     * @param aspects what with
     * @param words what else is written there
     */
    record Card(
            @NotNull Grade grade,
            @Size(max = 100) String department,
            @Size(max = 100) String window,
            @Size(max = 200) String item,
            @Size(max = 7) List<Aspect> aspects,
            @Size(max = 1000) String words) {
        public Card {
            department = department == null ? "" : department;
            window = window == null ? "" : window;
            item = item == null ? "" : item;
            aspects = aspects == null ? List.of() : aspects.stream().distinct().toList();
            words = words == null ? "" : words;
        }
    }

    /**
     * What was entered.
     *
     * @param ids of the ratings, in their order
     */
    record Entered(List<String> ids) {}

    /**
     * What was said, in numbers.
     *
     * @param from the first day
     * @param to the last day
     * @param asked how many services were asked about
     * @param answered how many of them were rated
     * @param grades how many of each grade were given, those on paper among them
     */
    record Summary(LocalDate from, LocalDate to, long asked, long answered, Map<Grade, Long> grades) {}
}
