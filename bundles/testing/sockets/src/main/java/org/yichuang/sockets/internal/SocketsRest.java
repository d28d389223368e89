package org.yichuang.sockets.internal;

import java.util.List;
import org.yichuang.rest.api.RestModule;

/** What the module gives to the REST interface. */
public class SocketsRest implements RestModule {
    private final MarkResource resource;

    public SocketsRest(Marks marks) {
        resource = new MarkResource(marks);
    }

    @Override
    public String module() {
        return SocketsDescriptor.WORD;
    }

    @Override
    public List<String> roots() {
        return List.of(SocketsDescriptor.WORD);
    }

    @Override
    public List<Object> resources() {
        return List.of(resource);
    }
}
