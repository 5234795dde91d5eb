// Every file of feeds/ with its sample and what that must give; only CRecipes.c includes this.
static const unsigned char app_store[] = {
#embed "../../feeds/app-store.yaml"
};
static const unsigned char app_store_sample[] = {
#embed "../../feeds/samples/app-store.json"
};
static const unsigned char app_store_expected[] = {
#embed "../../feeds/samples/app-store.expected.json"
};
static const unsigned char app_store_atom[] = {
#embed "../../feeds/app-store-atom.yaml"
};
static const unsigned char app_store_atom_sample[] = {
#embed "../../feeds/samples/app-store-atom.xml"
};
static const unsigned char app_store_atom_expected[] = {
#embed "../../feeds/samples/app-store-atom.expected.json"
};
static const unsigned char bluesky[] = {
#embed "../../feeds/bluesky.yaml"
};
static const unsigned char bluesky_sample[] = {
#embed "../../feeds/samples/bluesky.json"
};
static const unsigned char bluesky_expected[] = {
#embed "../../feeds/samples/bluesky.expected.json"
};
static const unsigned char bluesky_thread[] = {
#embed "../../feeds/bluesky-thread.yaml"
};
static const unsigned char bluesky_thread_sample[] = {
#embed "../../feeds/samples/bluesky-thread.json"
};
static const unsigned char bluesky_thread_expected[] = {
#embed "../../feeds/samples/bluesky-thread.expected.json"
};
static const unsigned char discourse[] = {
#embed "../../feeds/discourse.yaml"
};
static const unsigned char discourse_sample[] = {
#embed "../../feeds/samples/discourse.json"
};
static const unsigned char discourse_expected[] = {
#embed "../../feeds/samples/discourse.expected.json"
};
static const unsigned char discourse_latest[] = {
#embed "../../feeds/discourse-latest.yaml"
};
static const unsigned char discourse_latest_sample[] = {
#embed "../../feeds/samples/discourse-latest.json"
};
static const unsigned char discourse_latest_expected[] = {
#embed "../../feeds/samples/discourse-latest.expected.json"
};
static const unsigned char discourse_rss[] = {
#embed "../../feeds/discourse-rss.yaml"
};
static const unsigned char discourse_rss_sample[] = {
#embed "../../feeds/samples/discourse-rss.xml"
};
static const unsigned char discourse_rss_expected[] = {
#embed "../../feeds/samples/discourse-rss.expected.json"
};
static const unsigned char disqus[] = {
#embed "../../feeds/disqus.yaml"
};
static const unsigned char disqus_sample[] = {
#embed "../../feeds/samples/disqus.xml"
};
static const unsigned char disqus_expected[] = {
#embed "../../feeds/samples/disqus.expected.json"
};
static const unsigned char disqus_posts[] = {
#embed "../../feeds/disqus-posts.yaml"
};
static const unsigned char disqus_posts_sample[] = {
#embed "../../feeds/samples/disqus-posts.json"
};
static const unsigned char disqus_posts_expected[] = {
#embed "../../feeds/samples/disqus-posts.expected.json"
};
static const unsigned char f5bot[] = {
#embed "../../feeds/f5bot.yaml"
};
static const unsigned char f5bot_sample[] = {
#embed "../../feeds/samples/f5bot.json"
};
static const unsigned char f5bot_expected[] = {
#embed "../../feeds/samples/f5bot.expected.json"
};
static const unsigned char feefo[] = {
#embed "../../feeds/feefo.yaml"
};
static const unsigned char feefo_sample[] = {
#embed "../../feeds/samples/feefo.json"
};
static const unsigned char feefo_expected[] = {
#embed "../../feeds/samples/feefo.expected.json"
};
static const unsigned char github_comments[] = {
#embed "../../feeds/github-comments.yaml"
};
static const unsigned char github_comments_sample[] = {
#embed "../../feeds/samples/github-comments.json"
};
static const unsigned char github_comments_expected[] = {
#embed "../../feeds/samples/github-comments.expected.json"
};
static const unsigned char github_issues[] = {
#embed "../../feeds/github-issues.yaml"
};
static const unsigned char github_issues_sample[] = {
#embed "../../feeds/samples/github-issues.json"
};
static const unsigned char github_issues_expected[] = {
#embed "../../feeds/samples/github-issues.expected.json"
};
static const unsigned char google_alerts[] = {
#embed "../../feeds/google-alerts.yaml"
};
static const unsigned char google_alerts_sample[] = {
#embed "../../feeds/samples/google-alerts.xml"
};
static const unsigned char google_alerts_expected[] = {
#embed "../../feeds/samples/google-alerts.expected.json"
};
static const unsigned char google_business_profile[] = {
#embed "../../feeds/google-business-profile.yaml"
};
static const unsigned char google_business_profile_sample[] = {
#embed "../../feeds/samples/google-business-profile.json"
};
static const unsigned char google_business_profile_expected[] = {
#embed "../../feeds/samples/google-business-profile.expected.json"
};
static const unsigned char google_news[] = {
#embed "../../feeds/google-news.yaml"
};
static const unsigned char google_news_sample[] = {
#embed "../../feeds/samples/google-news.xml"
};
static const unsigned char google_news_expected[] = {
#embed "../../feeds/samples/google-news.expected.json"
};
static const unsigned char google_places[] = {
#embed "../../feeds/google-places.yaml"
};
static const unsigned char google_places_sample[] = {
#embed "../../feeds/samples/google-places.json"
};
static const unsigned char google_places_expected[] = {
#embed "../../feeds/samples/google-places.expected.json"
};
static const unsigned char google_places_legacy[] = {
#embed "../../feeds/google-places-legacy.yaml"
};
static const unsigned char google_places_legacy_sample[] = {
#embed "../../feeds/samples/google-places-legacy.json"
};
static const unsigned char google_places_legacy_expected[] = {
#embed "../../feeds/samples/google-places-legacy.expected.json"
};
static const unsigned char google_play[] = {
#embed "../../feeds/google-play.yaml"
};
static const unsigned char google_play_sample[] = {
#embed "../../feeds/samples/google-play.json"
};
static const unsigned char google_play_expected[] = {
#embed "../../feeds/samples/google-play.expected.json"
};
static const unsigned char hacker_news[] = {
#embed "../../feeds/hacker-news.yaml"
};
static const unsigned char hacker_news_sample[] = {
#embed "../../feeds/samples/hacker-news.json"
};
static const unsigned char hacker_news_expected[] = {
#embed "../../feeds/samples/hacker-news.expected.json"
};
static const unsigned char hacker_news_rss[] = {
#embed "../../feeds/hacker-news-rss.yaml"
};
static const unsigned char hacker_news_rss_sample[] = {
#embed "../../feeds/samples/hacker-news-rss.xml"
};
static const unsigned char hacker_news_rss_expected[] = {
#embed "../../feeds/samples/hacker-news-rss.expected.json"
};
static const unsigned char judge_me[] = {
#embed "../../feeds/judge-me.yaml"
};
static const unsigned char judge_me_sample[] = {
#embed "../../feeds/samples/judge-me.json"
};
static const unsigned char judge_me_expected[] = {
#embed "../../feeds/samples/judge-me.expected.json"
};
static const unsigned char lemmy[] = {
#embed "../../feeds/lemmy.yaml"
};
static const unsigned char lemmy_sample[] = {
#embed "../../feeds/samples/lemmy.xml"
};
static const unsigned char lemmy_expected[] = {
#embed "../../feeds/samples/lemmy.expected.json"
};
static const unsigned char lemmy_private[] = {
#embed "../../feeds/lemmy-private.yaml"
};
static const unsigned char lemmy_private_sample[] = {
#embed "../../feeds/samples/lemmy-private.xml"
};
static const unsigned char lemmy_private_expected[] = {
#embed "../../feeds/samples/lemmy-private.expected.json"
};
static const unsigned char loox[] = {
#embed "../../feeds/loox.yaml"
};
static const unsigned char loox_sample[] = {
#embed "../../feeds/samples/loox.json"
};
static const unsigned char loox_expected[] = {
#embed "../../feeds/samples/loox.expected.json"
};
static const unsigned char loox_storefront[] = {
#embed "../../feeds/loox-storefront.yaml"
};
static const unsigned char loox_storefront_sample[] = {
#embed "../../feeds/samples/loox-storefront.json"
};
static const unsigned char loox_storefront_expected[] = {
#embed "../../feeds/samples/loox-storefront.expected.json"
};
static const unsigned char mastodon[] = {
#embed "../../feeds/mastodon.yaml"
};
static const unsigned char mastodon_sample[] = {
#embed "../../feeds/samples/mastodon.json"
};
static const unsigned char mastodon_expected[] = {
#embed "../../feeds/samples/mastodon.expected.json"
};
static const unsigned char mastodon_context[] = {
#embed "../../feeds/mastodon-context.yaml"
};
static const unsigned char mastodon_context_sample[] = {
#embed "../../feeds/samples/mastodon-context.json"
};
static const unsigned char mastodon_context_expected[] = {
#embed "../../feeds/samples/mastodon-context.expected.json"
};
static const unsigned char mastodon_rss[] = {
#embed "../../feeds/mastodon-rss.yaml"
};
static const unsigned char mastodon_rss_sample[] = {
#embed "../../feeds/samples/mastodon-rss.xml"
};
static const unsigned char mastodon_rss_expected[] = {
#embed "../../feeds/samples/mastodon-rss.expected.json"
};
static const unsigned char reddit[] = {
#embed "../../feeds/reddit.yaml"
};
static const unsigned char reddit_sample[] = {
#embed "../../feeds/samples/reddit.json"
};
static const unsigned char reddit_expected[] = {
#embed "../../feeds/samples/reddit.expected.json"
};
static const unsigned char reddit_rss[] = {
#embed "../../feeds/reddit-rss.yaml"
};
static const unsigned char reddit_rss_sample[] = {
#embed "../../feeds/samples/reddit-rss.xml"
};
static const unsigned char reddit_rss_expected[] = {
#embed "../../feeds/samples/reddit-rss.expected.json"
};
static const unsigned char reddit_subreddit_rss[] = {
#embed "../../feeds/reddit-subreddit-rss.yaml"
};
static const unsigned char reddit_subreddit_rss_sample[] = {
#embed "../../feeds/samples/reddit-subreddit-rss.xml"
};
static const unsigned char reddit_subreddit_rss_expected[] = {
#embed "../../feeds/samples/reddit-subreddit-rss.expected.json"
};
static const unsigned char reviews_io[] = {
#embed "../../feeds/reviews-io.yaml"
};
static const unsigned char reviews_io_sample[] = {
#embed "../../feeds/samples/reviews-io.json"
};
static const unsigned char reviews_io_expected[] = {
#embed "../../feeds/samples/reviews-io.expected.json"
};
static const unsigned char reviews_io_product[] = {
#embed "../../feeds/reviews-io-product.yaml"
};
static const unsigned char reviews_io_product_sample[] = {
#embed "../../feeds/samples/reviews-io-product.json"
};
static const unsigned char reviews_io_product_expected[] = {
#embed "../../feeds/samples/reviews-io-product.expected.json"
};
static const unsigned char rss_bridge_glassdoor[] = {
#embed "../../feeds/rss-bridge-glassdoor.yaml"
};
static const unsigned char rss_bridge_glassdoor_sample[] = {
#embed "../../feeds/samples/rss-bridge-glassdoor.xml"
};
static const unsigned char rss_bridge_glassdoor_expected[] = {
#embed "../../feeds/samples/rss-bridge-glassdoor.expected.json"
};
static const unsigned char rss_bridge_kununu[] = {
#embed "../../feeds/rss-bridge-kununu.yaml"
};
static const unsigned char rss_bridge_kununu_sample[] = {
#embed "../../feeds/samples/rss-bridge-kununu.json"
};
static const unsigned char rss_bridge_kununu_expected[] = {
#embed "../../feeds/samples/rss-bridge-kununu.expected.json"
};
static const unsigned char schema_org[] = {
#embed "../../feeds/schema-org.yaml"
};
static const unsigned char schema_org_sample[] = {
#embed "../../feeds/samples/schema-org.html"
};
static const unsigned char schema_org_expected[] = {
#embed "../../feeds/samples/schema-org.expected.json"
};
static const unsigned char stack_exchange[] = {
#embed "../../feeds/stack-exchange.yaml"
};
static const unsigned char stack_exchange_sample[] = {
#embed "../../feeds/samples/stack-exchange.json"
};
static const unsigned char stack_exchange_expected[] = {
#embed "../../feeds/samples/stack-exchange.expected.json"
};
static const unsigned char steam[] = {
#embed "../../feeds/steam.yaml"
};
static const unsigned char steam_sample[] = {
#embed "../../feeds/samples/steam.json"
};
static const unsigned char steam_expected[] = {
#embed "../../feeds/samples/steam.expected.json"
};
static const unsigned char tripadvisor[] = {
#embed "../../feeds/tripadvisor.yaml"
};
static const unsigned char tripadvisor_sample[] = {
#embed "../../feeds/samples/tripadvisor.json"
};
static const unsigned char tripadvisor_expected[] = {
#embed "../../feeds/samples/tripadvisor.expected.json"
};
static const unsigned char trustpilot[] = {
#embed "../../feeds/trustpilot.yaml"
};
static const unsigned char trustpilot_sample[] = {
#embed "../../feeds/samples/trustpilot.json"
};
static const unsigned char trustpilot_expected[] = {
#embed "../../feeds/samples/trustpilot.expected.json"
};
static const unsigned char trustpilot_all[] = {
#embed "../../feeds/trustpilot-all.yaml"
};
static const unsigned char trustpilot_all_sample[] = {
#embed "../../feeds/samples/trustpilot-all.json"
};
static const unsigned char trustpilot_all_expected[] = {
#embed "../../feeds/samples/trustpilot-all.expected.json"
};
static const unsigned char wordpress_comments[] = {
#embed "../../feeds/wordpress-comments.yaml"
};
static const unsigned char wordpress_comments_sample[] = {
#embed "../../feeds/samples/wordpress-comments.xml"
};
static const unsigned char wordpress_comments_expected[] = {
#embed "../../feeds/samples/wordpress-comments.expected.json"
};
static const unsigned char yelp[] = {
#embed "../../feeds/yelp.yaml"
};
static const unsigned char yelp_sample[] = {
#embed "../../feeds/samples/yelp.json"
};
static const unsigned char yelp_expected[] = {
#embed "../../feeds/samples/yelp.expected.json"
};
static const unsigned char yotpo[] = {
#embed "../../feeds/yotpo.yaml"
};
static const unsigned char yotpo_sample[] = {
#embed "../../feeds/samples/yotpo.json"
};
static const unsigned char yotpo_expected[] = {
#embed "../../feeds/samples/yotpo.expected.json"
};
static const unsigned char youtube_channel[] = {
#embed "../../feeds/youtube-channel.yaml"
};
static const unsigned char youtube_channel_sample[] = {
#embed "../../feeds/samples/youtube-channel.xml"
};
static const unsigned char youtube_channel_expected[] = {
#embed "../../feeds/samples/youtube-channel.expected.json"
};
static const unsigned char youtube_comments[] = {
#embed "../../feeds/youtube-comments.yaml"
};
static const unsigned char youtube_comments_sample[] = {
#embed "../../feeds/samples/youtube-comments.json"
};
static const unsigned char youtube_comments_expected[] = {
#embed "../../feeds/samples/youtube-comments.expected.json"
};
static const unsigned char youtube_video_comments[] = {
#embed "../../feeds/youtube-video-comments.yaml"
};
static const unsigned char youtube_video_comments_sample[] = {
#embed "../../feeds/samples/youtube-video-comments.json"
};
static const unsigned char youtube_video_comments_expected[] = {
#embed "../../feeds/samples/youtube-video-comments.expected.json"
};
