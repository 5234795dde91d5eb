#include "CRecipes.h"

// #embed is C23; clang takes it in older modes too and would only remark on it.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char app_store[] = {
#embed "../../feeds/app-store.yaml"
};
static const unsigned char app_store_atom[] = {
#embed "../../feeds/app-store-atom.yaml"
};
static const unsigned char bluesky[] = {
#embed "../../feeds/bluesky.yaml"
};
static const unsigned char bluesky_thread[] = {
#embed "../../feeds/bluesky-thread.yaml"
};
static const unsigned char discourse[] = {
#embed "../../feeds/discourse.yaml"
};
static const unsigned char discourse_latest[] = {
#embed "../../feeds/discourse-latest.yaml"
};
static const unsigned char discourse_rss[] = {
#embed "../../feeds/discourse-rss.yaml"
};
static const unsigned char github_comments[] = {
#embed "../../feeds/github-comments.yaml"
};
static const unsigned char github_issues[] = {
#embed "../../feeds/github-issues.yaml"
};
static const unsigned char google_alerts[] = {
#embed "../../feeds/google-alerts.yaml"
};
static const unsigned char google_business_profile[] = {
#embed "../../feeds/google-business-profile.yaml"
};
static const unsigned char google_news[] = {
#embed "../../feeds/google-news.yaml"
};
static const unsigned char google_places[] = {
#embed "../../feeds/google-places.yaml"
};
static const unsigned char google_places_legacy[] = {
#embed "../../feeds/google-places-legacy.yaml"
};
static const unsigned char google_play[] = {
#embed "../../feeds/google-play.yaml"
};
static const unsigned char hacker_news[] = {
#embed "../../feeds/hacker-news.yaml"
};
static const unsigned char hacker_news_rss[] = {
#embed "../../feeds/hacker-news-rss.yaml"
};
static const unsigned char judge_me[] = {
#embed "../../feeds/judge-me.yaml"
};
static const unsigned char lemmy[] = {
#embed "../../feeds/lemmy.yaml"
};
static const unsigned char mastodon[] = {
#embed "../../feeds/mastodon.yaml"
};
static const unsigned char mastodon_context[] = {
#embed "../../feeds/mastodon-context.yaml"
};
static const unsigned char mastodon_rss[] = {
#embed "../../feeds/mastodon-rss.yaml"
};
static const unsigned char reddit[] = {
#embed "../../feeds/reddit.yaml"
};
static const unsigned char reddit_rss[] = {
#embed "../../feeds/reddit-rss.yaml"
};
static const unsigned char stack_exchange[] = {
#embed "../../feeds/stack-exchange.yaml"
};
static const unsigned char steam[] = {
#embed "../../feeds/steam.yaml"
};
static const unsigned char tripadvisor[] = {
#embed "../../feeds/tripadvisor.yaml"
};
static const unsigned char trustpilot[] = {
#embed "../../feeds/trustpilot.yaml"
};
static const unsigned char wordpress_comments[] = {
#embed "../../feeds/wordpress-comments.yaml"
};
static const unsigned char yelp[] = {
#embed "../../feeds/yelp.yaml"
};
static const unsigned char yotpo[] = {
#embed "../../feeds/yotpo.yaml"
};
static const unsigned char youtube_channel[] = {
#embed "../../feeds/youtube-channel.yaml"
};

// A test compares this table with the files of feeds/.
static const recipe_file recipe_files[] = {
    {"app-store", app_store, sizeof app_store},
    {"app-store-atom", app_store_atom, sizeof app_store_atom},
    {"bluesky", bluesky, sizeof bluesky},
    {"bluesky-thread", bluesky_thread, sizeof bluesky_thread},
    {"discourse", discourse, sizeof discourse},
    {"discourse-latest", discourse_latest, sizeof discourse_latest},
    {"discourse-rss", discourse_rss, sizeof discourse_rss},
    {"github-comments", github_comments, sizeof github_comments},
    {"github-issues", github_issues, sizeof github_issues},
    {"google-alerts", google_alerts, sizeof google_alerts},
    {"google-business-profile", google_business_profile, sizeof google_business_profile},
    {"google-news", google_news, sizeof google_news},
    {"google-places", google_places, sizeof google_places},
    {"google-places-legacy", google_places_legacy, sizeof google_places_legacy},
    {"google-play", google_play, sizeof google_play},
    {"hacker-news", hacker_news, sizeof hacker_news},
    {"hacker-news-rss", hacker_news_rss, sizeof hacker_news_rss},
    {"judge-me", judge_me, sizeof judge_me},
    {"lemmy", lemmy, sizeof lemmy},
    {"mastodon", mastodon, sizeof mastodon},
    {"mastodon-context", mastodon_context, sizeof mastodon_context},
    {"mastodon-rss", mastodon_rss, sizeof mastodon_rss},
    {"reddit", reddit, sizeof reddit},
    {"reddit-rss", reddit_rss, sizeof reddit_rss},
    {"stack-exchange", stack_exchange, sizeof stack_exchange},
    {"steam", steam, sizeof steam},
    {"tripadvisor", tripadvisor, sizeof tripadvisor},
    {"trustpilot", trustpilot, sizeof trustpilot},
    {"wordpress-comments", wordpress_comments, sizeof wordpress_comments},
    {"yelp", yelp, sizeof yelp},
    {"yotpo", yotpo, sizeof yotpo},
    {"youtube-channel", youtube_channel, sizeof youtube_channel},
};

const size_t recipe_files_count = sizeof recipe_files / sizeof recipe_files[0];

const recipe_file *recipe_file_at(size_t index) {
    return index < recipe_files_count ? &recipe_files[index] : NULL;
}
