package org.yichuang.rest.internal;

import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import javax.validation.Valid;
import javax.validation.constraints.Max;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotNull;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.apache.cxf.jaxrs.ext.multipart.Multipart;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.IdempotencyKey;
import org.yichuang.kernel.api.Level;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.rest.api.Answers;
import org.yichuang.rest.api.BodyGate;
import org.yichuang.rest.api.Command;
import org.yichuang.rest.api.EntityTags;
import org.yichuang.rest.api.RestModule;
import org.yichuang.web.api.AllowEveryone;
import org.yichuang.web.api.AllowOldPassword;
import org.yichuang.web.api.EventSource;
import org.yichuang.web.api.EventStream;

/** A module to open the door for. */
final class ThingModule implements RestModule {
    static final int LARGEST = 5 << 20;
    private final Things things = new Things();

    Things things() {
        return things;
    }

    @Override
    public String module() {
        return "cases";
    }

    @Override
    public List<String> roots() {
        return List.of("cases", "progress");
    }

    @Override
    public List<Object> resources() {
        return List.of(things);
    }

    @Override
    public long largestBody() {
        return LARGEST;
    }

    /** Its resource. */
    @Path("/{tenant}")
    @Consumes("application/json")
    @Produces("application/json")
    public static class Things implements BodyGate {
        final List<String> gated = new CopyOnWriteArrayList<>();
        volatile boolean spent;
        final List<EventStream> streams = new CopyOnWriteArrayList<>();
        final CountDownLatch entered = new CountDownLatch(1);
        final CountDownLatch leave = new CountDownLatch(1);

        @Override
        public void check(String operation, CallContext context) {
            gated.add(operation + " " + context.actor().account() + " " + context.idempotencyKey());
            if (spent) {
                throw ProblemException.of(CommonError.TOO_MANY_REQUESTS);
            }
        }

        @GET
        @Path("progress/{number}")
        @AllowEveryone
        public Map<String, String> progress(@PathParam("number") String number, @Context CallContext context) {
            return Map.of("number", number, "account", context.actor().account());
        }

        @GET
        @Path("cases")
        @RequiresPermission("cases.work")
        public Page<Seen> list(
                @QueryParam("limit") @Max(200) Integer limit,
                @QueryParam("dueBefore") LocalDate dueBefore,
                @QueryParam("level") Level level) {
            return new Page<>(List.of(new Seen(String.valueOf(limit), String.valueOf(dueBefore), level)), null);
        }

        @POST
        @Path("cases")
        @Command
        @RequiresPermission("cases.submit")
        @Answers(value = Receipt.class, status = 201)
        public Response submit(Thing thing, @Context CallContext context) {
            if (thing.name().equals("fault")) {
                throw new IllegalStateException("secret inner detail");
            }
            if (thing.name().equals("conflict")) {
                throw new ProblemException(
                        CommonError.CHANGED_MEANWHILE,
                        language -> language.equals(Locale.ENGLISH) ? "Changed meanwhile" : "已被修改");
            }
            Receipt receipt = new Receipt(
                    thing,
                    context.idempotencyKey().map(IdempotencyKey::fingerprint).orElse(""),
                    context.expectedVersion().orElse(-1L),
                    context.actor().account());
            return Response.created(URI.create(context.tenant() + "/cases/1"))
                    .header("ETag", EntityTags.of(1))
                    .entity(receipt)
                    .build();
        }

        @POST
        @Path("cases/{number}/acceptance")
        @Command(keyOptional = true)
        @RequiresPermission("cases.work")
        public Seen accept(@PathParam("number") int number, Note note) {
            return new Seen(String.valueOf(note.text()), String.valueOf(number), null);
        }

        @GET
        @Path("cases/me")
        @AllowOldPassword
        @RequiresPermission("cases.work")
        public Map<String, String> me(@Context CallContext context) {
            return Map.of("account", context.actor().account());
        }

        @POST
        @Path("cases/files")
        @Command
        @Consumes("multipart/form-data")
        @RequiresPermission("cases.work")
        public Receipt upload(@Multipart("file") InputStream file, @Context CallContext context) throws Exception {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return new Receipt(
                    new Thing(text, null, null),
                    context.idempotencyKey().map(IdempotencyKey::fingerprint).orElse(""),
                    0,
                    "");
        }

        @GET
        @Path("cases/events")
        @Produces("text/event-stream")
        @RequiresPermission("cases.work")
        public EventSource events() {
            return streams::add;
        }

        @GET
        @Path("cases/slow")
        @AllowEveryone
        public Map<String, String> slow() throws InterruptedException {
            entered.countDown();
            leave.await();
            return Map.of("finished", "yes");
        }
    }

    record Thing(@NotBlank String name, @Valid Inner inner, Level level) {}

    record Inner(@NotNull @Max(9) Integer count) {}

    record Note(String text) {}

    record Seen(String limit, String due, Level level) {}

    record Receipt(Thing thing, String fingerprint, long version, String account) {}

    /** A module that forgot who may call it. */
    static RestModule without(Object resource) {
        return new RestModule() {
            @Override
            public String module() {
                return "fees";
            }

            @Override
            public List<String> roots() {
                return List.of("fees");
            }

            @Override
            public List<Object> resources() {
                return List.of(resource);
            }
        };
    }

    /** A resource with an operation that has no rule. */
    @Path("/{tenant}/fees")
    public static class Forgetful {
        @GET
        public Optional<String> open() {
            return Optional.empty();
        }
    }
}
