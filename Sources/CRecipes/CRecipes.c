#include "CRecipes.h"

// #embed is C23; clang takes it in older modes too and would only remark on it.
#pragma clang diagnostic ignored "-Wc23-extensions"

#include "RecipeFiles.h"

#define ROW(name, recipe, extension)                                                       \
    {name,                                                                                 \
     extension,                                                                            \
     {recipe, sizeof recipe},                                                              \
     {recipe##_sample, sizeof recipe##_sample},                                            \
     {recipe##_expected, sizeof recipe##_expected}}

// In alphabetical order of the names.
static const recipe_file recipe_files[] = {
    ROW("app-store", app_store, "json"),
    ROW("app-store-atom", app_store_atom, "xml"),
    ROW("bluesky", bluesky, "json"),
    ROW("bluesky-thread", bluesky_thread, "json"),
    ROW("discourse", discourse, "json"),
    ROW("discourse-latest", discourse_latest, "json"),
    ROW("discourse-rss", discourse_rss, "xml"),
    ROW("disqus", disqus, "xml"),
    ROW("disqus-posts", disqus_posts, "json"),
    ROW("f5bot", f5bot, "json"),
    ROW("feefo", feefo, "json"),
    ROW("github-comments", github_comments, "json"),
    ROW("github-issues", github_issues, "json"),
    ROW("google-alerts", google_alerts, "xml"),
    ROW("google-business-profile", google_business_profile, "json"),
    ROW("google-news", google_news, "xml"),
    ROW("google-places", google_places, "json"),
    ROW("google-places-legacy", google_places_legacy, "json"),
    ROW("google-play", google_play, "json"),
    ROW("hacker-news", hacker_news, "json"),
    ROW("hacker-news-rss", hacker_news_rss, "xml"),
    ROW("judge-me", judge_me, "json"),
    ROW("lemmy", lemmy, "xml"),
    ROW("lemmy-private", lemmy_private, "xml"),
    ROW("loox", loox, "json"),
    ROW("loox-storefront", loox_storefront, "json"),
    ROW("mastodon", mastodon, "json"),
    ROW("mastodon-context", mastodon_context, "json"),
    ROW("mastodon-rss", mastodon_rss, "xml"),
    ROW("reddit", reddit, "json"),
    ROW("reddit-rss", reddit_rss, "xml"),
    ROW("reddit-subreddit-rss", reddit_subreddit_rss, "xml"),
    ROW("reviews-io", reviews_io, "json"),
    ROW("reviews-io-product", reviews_io_product, "json"),
    ROW("rss-bridge-glassdoor", rss_bridge_glassdoor, "xml"),
    ROW("rss-bridge-kununu", rss_bridge_kununu, "json"),
    ROW("schema-org", schema_org, "html"),
    ROW("stack-exchange", stack_exchange, "json"),
    ROW("steam", steam, "json"),
    ROW("tripadvisor", tripadvisor, "json"),
    ROW("trustpilot", trustpilot, "json"),
    ROW("trustpilot-all", trustpilot_all, "json"),
    ROW("wordpress-comments", wordpress_comments, "xml"),
    ROW("yelp", yelp, "json"),
    ROW("yotpo", yotpo, "json"),
    ROW("youtube-channel", youtube_channel, "xml"),
    ROW("youtube-comments", youtube_comments, "json"),
    ROW("youtube-video-comments", youtube_video_comments, "json"),
};

const size_t recipe_files_count = sizeof recipe_files / sizeof recipe_files[0];

const recipe_file *recipe_file_at(size_t index) {
    return index < recipe_files_count ? &recipe_files[index] : NULL;
}
