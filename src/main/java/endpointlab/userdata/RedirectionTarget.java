package endpointlab.userdata;

/** What a redirection goes to or comes from. */
sealed interface RedirectionTarget permits Word, HereDocument {

    Word word();
}
