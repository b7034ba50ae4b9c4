package endpointlab.app;

/** Tells when the person at the terminal wants to stop (Ctrl-C). */
@FunctionalInterface
interface Interrupts {

    /**
     * @param action is called once, on another thread, when the person interrupts; at once if that has been
     * @return close it when there is nothing to interrupt any more
     */
    Registration onInterrupt(Runnable action);

    /** Ends what {@link #onInterrupt} began. */
    @FunctionalInterface
    interface Registration extends AutoCloseable {
        @Override
        void close();
    }
}
