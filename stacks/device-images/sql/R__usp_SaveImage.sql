-- What was read off an image: a row for each file name, however often and by however many the image is delivered.
CREATE OR ALTER PROCEDURE [dbo].[usp_SaveImage]
    @filename nvarchar(255),
    @pixel_count bigint,
    @score float,
    @source_etag nvarchar(64)
AS
BEGIN
    SET NOCOUNT ON;
    SET XACT_ABORT ON;

    BEGIN TRANSACTION;

    -- The range that a missing name would be in is locked too: whoever brings the same name at the same time waits here.
    UPDATE [dbo].[processed_data] WITH (UPDLOCK, SERIALIZABLE)
    SET [pixel_count] = @pixel_count,
        [score] = @score,
        [processed_at] = SYSUTCDATETIME(),
        [source_etag] = @source_etag
    WHERE [filename] = @filename;

    IF @@ROWCOUNT = 0
    INSERT INTO [dbo].[processed_data] ([filename], [pixel_count], [score], [source_etag])
    VALUES (@filename, @pixel_count, @score, @source_etag);

    COMMIT TRANSACTION;
END;
