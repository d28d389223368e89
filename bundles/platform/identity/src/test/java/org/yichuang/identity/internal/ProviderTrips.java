package org.yichuang.identity.internal;

import static org.junit.Assert.assertThrows;

import org.junit.After;
import org.junit.Before;
import org.yichuang.identity.api.ProviderSignIn.Answer;
import org.yichuang.identity.api.ProviderSignIn.Arrival;
import org.yichuang.identity.api.ProviderSignIn.Departure;
import org.yichuang.identity.internal.oidc.TestProvider;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.ErrorCode;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;

/** Browsers that go to an outside identity provider and come back. */
public abstract class ProviderTrips {
    static final String ORIGIN = "10.0.0.1";

    House house;
    TestProvider outside;
    DefaultProviderSignIn provider;

    @Before
    public void open() throws Exception {
        house = new House();
        outside = new TestProvider(house.clock::instant);
        provider = house.providerSignIn(outside.configured());
    }

    @After
    public void close() {
        outside.close();
    }

    /** A browser on its way. */
    record Trip(Departure departure, TenantId centre) {}

    Trip leave(String to, TenantId centre) {
        return new Trip(provider.begin(to, house.at(centre)), centre);
    }

    Arrival arrive(Trip trip, String subject, String name) {
        String code = outside.grant(trip.departure().address(), subject, name);
        return provider.complete(answer(trip, code), ORIGIN, house.at(trip.centre()));
    }

    Actor signIn(String subject, String name, TenantId centre) {
        return arrive(leave("", centre), subject, name).session().orElseThrow().actor();
    }

    static String state(Trip trip) {
        return TestProvider.fields(trip.departure().address().getRawQuery()).get("state");
    }

    static Answer answer(Trip trip, String code) {
        return new Answer(code, "", state(trip), trip.departure().secret());
    }

    static ErrorCode refusal(Runnable action) {
        return assertThrows(ProblemException.class, action::run).code();
    }
}
