package org.yichuang.notices.internal;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.yichuang.notices.api.NoticeTemplate.Channel;
import org.yichuang.notices.internal.provider.Outcome;
import org.yichuang.notices.internal.provider.Parcel;
import org.yichuang.notices.internal.provider.Provider;

/** Stands for a server outside: does with messages as it is told. */
class PlayedProvider implements Provider {
    final List<Parcel> taken = new CopyOnWriteArrayList<>();
    volatile Outcome answer = Outcome.SENT;

    volatile boolean isConfigured = true;
    volatile Runnable meanwhile = () -> {};
    private final Channel channel;

    PlayedProvider(Channel channel) {
        this.channel = channel;
    }

    @Override
    public Channel channel() {
        return channel;
    }

    @Override
    public boolean isConfigured() {
        return isConfigured;
    }

    @Override
    public Outcome hand(Parcel parcel) {
        taken.add(parcel);
        meanwhile.run();
        return answer;
    }

    @Override
    public void close() {
        // Nothing is kept
    }
}
